import { IconLock } from '@tabler/icons-react'
import { availableActions } from '@/domain/actions'
import { changeActions, type ChangeAction } from '@/domain/change'
import { candidateOf, isNewer, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { Button } from '@/ui/controls/Button'
import styles from './ActionButtons.module.css'
import { actionVerbs } from './decisionWords'
import { MoreActions } from './MoreActions'
import { useOpenAction } from './useOpenAction'
import { useRegistryAbilities } from './useRegistryAbilities'

export interface ActionButtonsProps {
  registry: RegistrySource
  model: RegisteredModel
  version: ModelVersion
  size?: 'small' | 'normal'
}

/** What can be decided about a version; what cannot is behind ⋯ with its reason. Needs ActionDialogs on the page. */
export function ActionButtons({ registry, model, version, size = 'normal' }: ActionButtonsProps) {
  const { show } = useOpenAction()
  const abilities = useRegistryAbilities(registry)
  if (abilities.forbidden !== null) return <ReadOnly reason={abilities.forbidden} />
  const production = productionOf(model, registry.aliasNames)
  const available = availableActions(version, {
    production,
    candidate: candidateOf(model, registry.aliasNames),
    forbidden: null,
    registry: abilities,
  })
  const leading = production === null || isNewer(version.ref.version, production.version) ? 'promote' : null
  const possible = changeActions.filter((action) => available[action].possible)
  const others = changeActions.flatMap((action): { action: ChangeAction; reason: string }[] => {
    const found = available[action]
    return found.possible ? [] : [{ action, reason: found.reason }]
  })
  return (
    <div className={styles['buttons']} role="group" aria-label={`Decide about version ${version.ref.version}`}>
      {possible.map((action) => (
        <Button key={action} size={size} variant={action === leading ? 'primary' : 'default'} onClick={() => show(action, version.ref.version)}>
          {actionVerbs[action]}
        </Button>
      ))}
      {others.length > 0 && <MoreActions unavailable={others} />}
    </div>
  )
}

/** Why there are no buttons. */
function ReadOnly({ reason }: { reason: string }) {
  return (
    <p className={styles['readOnly']}>
      <IconLock size={14} aria-hidden />
      {reason}
    </p>
  )
}
