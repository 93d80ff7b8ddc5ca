import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { modelPath } from '@/domain/address'
import type { RegisteredModel } from '@/domain/model'
import { ActionDialogs } from '@/panels/actions/ActionDialogs'
import { HeadState } from '@/panels/model-head/HeadState'
import { isMissing } from '@/panels/model-head/missing'
import { NotInRegistry } from '@/panels/model-head/NotInRegistry'
import { PageHead } from '@/panels/model-head/PageHead'
import { PageTitle } from '@/panels/model-head/PageTitle'
import { WithRegistry } from '@/panels/model-head/WithRegistry'
import { useRefetchInterval } from '@/panels/timeControls'
import type { RegistrySource } from '@/ports/registry'
import { modelQuery } from '@/queries/registry'
import { Comparison } from './Comparison'
import styles from './ComparePage.module.css'

/** `/models/:source/:name/compare?versions=3,4`: versions of one model side by side. */
export function ComparePage() {
  const { source = '', name = '' } = useParams()
  return <WithRegistry source={source}>{(registry) => <ComparedModel key={JSON.stringify([source, name])} registry={registry} name={name} />}</WithRegistry>
}

function ComparedModel({ registry, name }: { registry: RegistrySource; name: string }) {
  const state = useQuery({ ...modelQuery(registry, name), refetchInterval: useRefetchInterval() })
  if (state.data === undefined && isMissing(state.error)) return <NotInRegistry registry={registry} name={name} onRetry={state.refetch} />
  return (
    <div className={styles['page']}>
      <PageTitle title={`Compare ${name}`} />
      <PageHead
        trail={[
          { label: 'Models', to: '/models' },
          { label: name, to: modelPath({ source: registry.id, name }) },
        ]}
        title="Compare versions"
      />
      <HeadState what={`The model ${name}`} state={state} minHeight={480}>
        {(model: RegisteredModel) => (
          <>
            <ActionDialogs registry={registry} model={model} />
            <Comparison registry={registry} model={model} />
          </>
        )}
      </HeadState>
    </div>
  )
}
