import { useRegistryEvidence } from '@/panels/evidence/useRegistryEvidence'
import type { ActionProps } from './actionProps'
import { DecisionDialog } from './DecisionDialog'
import { LifecycleFacts } from './LifecycleFacts'
import styles from './Retirement.module.css'

/** Takes a retirement back: the version may be used again. */
export function RestoreDialog(props: ActionProps) {
  const { context } = props
  const { gathered } = useRegistryEvidence(context)
  return (
    <DecisionDialog {...props} gathered={gathered} size="normal">
      <p className={styles['quiet']}>The version becomes active again: sunset, replacement and the reason of its retirement are emptied. The records of earlier decisions stay.</p>
      <LifecycleFacts version={context.version} />
    </DecisionDialog>
  )
}
