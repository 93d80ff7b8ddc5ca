import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { availableActions } from '@/domain/actions'
import type { ChangeAction } from '@/domain/change'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion } from '@/domain/version'
import type { DecisionContext } from '@/panels/evidence/decisionContext'
import type { RegistrySource } from '@/ports/registry'
import { modelQuery, registryKeys, versionQuery, versionsQuery } from '@/queries/registry'
import { useClock } from '@/ui/clock'
import type { ActionProps } from './actionProps'
import { ArchiveDialog } from './ArchiveDialog'
import { DeprecateDialog } from './DeprecateDialog'
import { PromotionRoom } from './PromotionRoom'
import { RestoreDialog } from './RestoreDialog'
import { RollbackDialog } from './RollbackDialog'
import { useRegistryAbilities } from './useRegistryAbilities'
import { WaitingDialog } from './WaitingDialog'

const dialogs = {
  promote: PromotionRoom,
  rollback: RollbackDialog,
  deprecate: DeprecateDialog,
  archive: ArchiveDialog,
  restore: RestoreDialog,
} as const satisfies Record<ChangeAction, unknown>

export interface ActionDialogProps extends Pick<ActionProps, 'onClose' | 'onDone'> {
  registry: RegistrySource
  model: RegisteredModel
  action: ChangeAction
  version: string
}

/** Loads the version that an action is about, remembers what the person saw, and shows the action's own dialog. */
export function ActionDialog({ registry, model, action, version, onClose, onDone }: ActionDialogProps) {
  const client = useQueryClient()
  const abilities = useRegistryAbilities(registry)
  const asked = useQuery(versionQuery(registry, { ...model.ref, version }))
  const listed = useInfiniteQuery(versionsQuery(registry, model.ref.name, model)).data?.pages.flatMap(({ items }) => items)
  const championNow = productionOf(model, registry.aliasNames)?.version ?? null
  const clock = useClock()
  const [seen, setSeen] = useState(() => ({ seenChampion: championNow, seenAt: clock.now() }))
  const [held, setHeld] = useState<Pick<DecisionContext, 'model' | 'version' | 'champion'> | null>(null)
  const { source, name } = model.ref
  // What is on screen may be half a minute old: a decision begins with a fresh look.
  useEffect(() => void client.invalidateQueries({ queryKey: registryKeys.model({ source, name }) }), [client, source, name])

  // The list that most people come from has it already: nothing need be waited for.
  const found = asked.data ?? listed?.find(({ ref }) => ref.version === version)
  const possible = found && availability(found, { registry, model, action, abilities })
  // Once it is on screen it stays: what was typed must not vanish because the registry moved.
  const [shown, setShown] = useState(false)
  if (possible?.possible === true && !shown) setShown(true)
  if (!found || !possible || (!shown && !possible.possible)) {
    return (
      <WaitingDialog
        action={action}
        model={name}
        version={version}
        state={asked}
        impossible={possible?.possible === false ? possible.reason : null}
        onClose={onClose}
      />
    )
  }

  const current = { model, version: found, champion: championNow }
  const Shown = dialogs[action]
  return (
    <Shown
      context={{ registry, action, ...seen, ...(held ?? current) }}
      lookAgain={async () => {
        await client.refetchQueries({ queryKey: registryKeys.model(model.ref) })
        const fresh = client.getQueryData(modelQuery(registry, name).queryKey) ?? model
        setSeen({ seenChampion: productionOf(fresh, registry.aliasNames)?.version ?? null, seenAt: clock.now() })
      }}
      onWriting={(writing) => setHeld(writing ? current : null)}
      onClose={onClose}
      onDone={onDone}
    />
  )
}

interface Question extends Pick<ActionDialogProps, 'registry' | 'model' | 'action'> {
  abilities: ReturnType<typeof useRegistryAbilities>
}

function availability(version: ModelVersion, { registry, model, action, abilities }: Question) {
  return availableActions(version, {
    production: productionOf(model, registry.aliasNames),
    candidate: candidateOf(model, registry.aliasNames),
    forbidden: abilities.forbidden,
    registry: abilities,
  })[action]
}
