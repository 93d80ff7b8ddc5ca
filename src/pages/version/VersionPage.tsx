import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { modelPath } from '@/domain/address'
import { candidateOf, productionOf, roleOf } from '@/domain/lifecycle'
import { versionWords } from '@/domain/words'
import { ActionButtons } from '@/panels/actions/ActionButtons'
import { ActionDialogs } from '@/panels/actions/ActionDialogs'
import { HeadState } from '@/panels/model-head/HeadState'
import { isMissing } from '@/panels/model-head/missing'
import { NotInRegistry } from '@/panels/model-head/NotInRegistry'
import { PageHead } from '@/panels/model-head/PageHead'
import { PageTitle } from '@/panels/model-head/PageTitle'
import { RegistryLink } from '@/panels/model-head/RegistryLink'
import { WithRegistry } from '@/panels/model-head/WithRegistry'
import { RequestButton } from '@/panels/requests/RequestButton'
import { VersionRequests } from '@/panels/requests/VersionRequests'
import { useRefetchInterval } from '@/panels/timeControls'
import { VersionMarks } from '@/panels/version/VersionMarks'
import type { RegistrySource } from '@/ports/registry'
import { modelQuery, versionQuery } from '@/queries/registry'
import { VersionBody } from './VersionBody'
import styles from './VersionPage.module.css'

/** `/models/:source/:name/versions/:version`: everything known of one version. */
export function VersionPage() {
  const { source = '', name = '', version = '' } = useParams()
  return (
    <WithRegistry source={source}>
      {(registry) => <Version key={JSON.stringify([source, name, version])} registry={registry} name={name} number={version} />}
    </WithRegistry>
  )
}

interface VersionProps {
  registry: RegistrySource
  name: string
  /** The version's own name, mostly a number. */
  number: string
}

function Version({ registry, name, number }: VersionProps) {
  const refetchInterval = useRefetchInterval()
  const ref = { source: registry.id, name, version: number }
  const state = useQuery({ ...versionQuery(registry, ref), refetchInterval })
  const { data: model, error: modelError } = useQuery({ ...modelQuery(registry, name), refetchInterval })
  const { data: version } = state
  if (version === undefined && isMissing(modelError)) return <NotInRegistry registry={registry} name={name} onRetry={state.refetch} />
  if (version === undefined && isMissing(state.error)) {
    return <NotInRegistry registry={registry} name={name} version={number} onRetry={state.refetch} />
  }
  const { aliasNames } = registry
  const role = model && version && roleOf(version, productionOf(model, aliasNames), candidateOf(model, aliasNames))
  return (
    <div className={styles['page']}>
      <PageTitle title={`${name} ${versionWords(number)}`} />
      <PageHead
        trail={[
          { label: 'Models', to: '/models' },
          { label: name, to: modelPath(ref) },
        ]}
        title={`Version ${number}`}
        marks={version && role && <VersionMarks version={version} role={role} aliasNames={aliasNames} />}
        actions={
          <>
            <RegistryLink registry={registry} to={ref} />
            {model && version && <RequestButton registry={registry} model={model} version={version} />}
            {model && version && <ActionButtons registry={registry} model={model} version={version} />}
          </>
        }
      />
      {model && <VersionRequests registry={registry} model={model} version={number} />}
      {model && <ActionDialogs registry={registry} model={model} version={number} />}
      <HeadState what={`Version ${number} of ${name}`} state={state} minHeight={480}>
        {(loaded) => <VersionBody registry={registry} version={loaded} state={state} model={model} role={role} />}
      </HeadState>
    </div>
  )
}
