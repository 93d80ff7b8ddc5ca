import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { PolicyFact } from '@/panels/policy/PolicyFact'
import type { RegistrySource } from '@/ports/registry'
import { Absent } from '@/ui/figures/Absent'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { Skeleton } from '@/ui/frame/Skeleton'
import { Facts } from '@/ui/layout/Facts'
import { LifecycleStrip } from './LifecycleStrip'
import styles from './ModelHead.module.css'
import { OwnerField } from './OwnerField'
import { PageTitle } from './PageTitle'
import { ProblemList } from './ProblemList'
import { RegistryLink } from './RegistryLink'
import { StatusReasons } from './StatusReasons'
import { UnfinishedDecisions } from './UnfinishedDecisions'
import { useModelStanding } from './useModelStanding'
import { VersionMention } from './VersionMention'

export interface ModelHeadProps {
  registry: RegistrySource
  model: RegisteredModel
}

/** What stands above the tabs of a model: how it is and why, who serves, whose it is, and who served before. */
export function ModelHead({ registry, model }: ModelHeadProps) {
  const { health, trouble } = useModelStanding(registry, model)
  const { aliasNames } = registry
  const production = productionOf(model, aliasNames)
  const candidate = candidateOf(model, aliasNames)
  return (
    <div className={styles['head']}>
      <PageTitle title={model.ref.name} status={health?.status} />
      {health ? <StatusReasons model={model.ref} health={health} /> : <Skeleton height={28} label="Judging" />}
      {trouble && (
        <p className={styles['trouble']}>
          Judged without a source that does not answer, or by what it last said: <InlineFailure error={trouble.error} onRetry={trouble.retry} />
        </p>
      )}
      <UnfinishedDecisions registry={registry} name={model.ref.name} />
      <ProblemList problems={model.problems} />
      <Facts
        layout="row"
        facts={[
          {
            name: 'Champion',
            value: (
              <VersionMention
                model={model.ref}
                found={production}
                alias={aliasNames.production}
                absent={`No version carries the alias “${aliasNames.production}” or stands in stage Production.`}
              />
            ),
          },
          {
            name: 'Challenger',
            value: (
              <VersionMention
                model={model.ref}
                found={candidate}
                alias={aliasNames.candidate}
                absent={`No version carries the alias “${aliasNames.candidate}” or stands in stage Staging.`}
              />
            ),
          },
          { name: 'Owner', value: <OwnerField registry={registry} model={model} /> },
          { name: 'Task', value: model.task ?? <Absent reason="No tag modeldeck.task says what the model does." /> },
          { name: 'Kind', value: model.servingKind ?? <Absent reason="No tag modeldeck.kind says how the model is served." /> },
          { name: 'Policy', value: <PolicyFact registry={registry} model={model} /> },
          { name: 'Registry', value: <RegistryFact registry={registry} model={model} /> },
        ]}
      />
      <LifecycleStrip registry={registry} model={model} />
    </div>
  )
}

function RegistryFact({ registry, model }: ModelHeadProps) {
  return (
    <>
      {registry.id}
      {registry.webUrl(model.ref) !== null && ' · '}
      <RegistryLink registry={registry} to={model.ref} />
    </>
  )
}
