import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from 'react-router'
import { modelPath } from '@/domain/address'
import { ActionDialogs } from '@/panels/actions/ActionDialogs'
import { ModelActions } from '@/panels/actions/ModelActions'
import { HeadState } from '@/panels/model-head/HeadState'
import { isMissing } from '@/panels/model-head/missing'
import { ModelHead } from '@/panels/model-head/ModelHead'
import { NotInRegistry } from '@/panels/model-head/NotInRegistry'
import { PageHead } from '@/panels/model-head/PageHead'
import { PageTitle } from '@/panels/model-head/PageTitle'
import { WithRegistry } from '@/panels/model-head/WithRegistry'
import { useRefetchInterval } from '@/panels/timeControls'
import type { RegistrySource } from '@/ports/registry'
import { modelQuery } from '@/queries/registry'
import { TabLinks } from '@/ui/layout/TabLinks'
import styles from './ModelPage.module.css'
import type { ModelOutlet } from './outlet'

/** `/models/:source/:name`: the head of a model, and its tabs below. */
export function ModelPage() {
  const { source = '', name = '' } = useParams()
  return (
    <WithRegistry source={source}>{(registry) => <Model key={JSON.stringify([source, name])} registry={registry} name={name} />}</WithRegistry>
  )
}

function Model({ registry, name }: { registry: RegistrySource; name: string }) {
  const state = useQuery({ ...modelQuery(registry, name), refetchInterval: useRefetchInterval() })
  const ref = { source: registry.id, name }
  const { data: model } = state
  if (model === undefined && isMissing(state.error)) return <NotInRegistry registry={registry} name={name} onRetry={state.refetch} />
  return (
    <div className={styles['page']}>
      <PageHead trail={[{ label: 'Models', to: '/models' }]} title={name} actions={model && <ModelActions registry={registry} model={model} />} />
      {model && <ActionDialogs registry={registry} model={model} />}
      <HeadState what={`The model ${name}`} state={state} minHeight={190}>
        {(loaded) => <ModelHead registry={registry} model={loaded} />}
      </HeadState>
      {model === undefined && <PageTitle title={name} />}
      <TabLinks
        label="Parts of the model"
        tabs={[
          { to: modelPath(ref), label: 'Versions', end: true },
          { to: modelPath(ref, 'quality'), label: 'Quality' },
          { to: modelPath(ref, 'serving'), label: 'Serving' },
          { to: modelPath(ref, 'docs'), label: 'Docs' },
          { to: modelPath(ref, 'history'), label: 'History' },
        ]}
      />
      <Outlet context={{ registry, name, state } satisfies ModelOutlet} />
    </div>
  )
}
