import { useRetirementEvidence } from '@/panels/evidence/useRetirementEvidence'
import { useTraffic } from '@/panels/evidence/useTraffic'
import type { ActionProps } from './actionProps'
import { DecisionDialog } from './DecisionDialog'
import { LifecycleFacts } from './LifecycleFacts'
import styles from './Retirement.module.css'
import { TrafficFacts } from './TrafficFacts'

/** The end of a version: nobody may call it any more. */
export function ArchiveDialog(props: ActionProps) {
  const { context } = props
  const traffic = useTraffic(context.model)
  const gathered = useRetirementEvidence(context, traffic, context.version.lifecycle.replacement)
  return (
    <DecisionDialog {...props} gathered={gathered} size="normal" danger>
      <p className={styles['quiet']}>
        Archived means: it must not be used any more. Its files, its run and its records stay, and Restore brings it back. No server is switched off by it.
      </p>
      <LifecycleFacts version={context.version} />
      <TrafficFacts traffic={traffic} version={context.version.ref.version} />
    </DecisionDialog>
  )
}
