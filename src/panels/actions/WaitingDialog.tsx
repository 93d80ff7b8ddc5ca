import type { ChangeAction } from '@/domain/change'
import type { ModelVersion } from '@/domain/version'
import { isMissing } from '@/panels/model-head/missing'
import { useClock } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/dialog/Dialog'
import { FailureNote } from '@/ui/frame/FailureNote'
import { onClock } from '@/ui/frame/failing'
import type { Loadable } from '@/ui/frame/loadable'
import { Skeleton } from '@/ui/frame/Skeleton'
import { dialogTitle } from './decisionWords'

export interface WaitingDialogProps {
  action: ChangeAction
  model: string
  version: string
  state: Loadable<ModelVersion> & { errorUpdatedAt: number }
  /** Why the action makes no sense now, as a sentence. */
  impossible: string | null
  onClose: () => void
}

/** The dialog of an action whose version is on its way, could not be read, or does not allow it. */
export function WaitingDialog({ action, model, version, state, impossible, onClose }: WaitingDialogProps) {
  const clock = useClock()
  return (
    <Dialog
      opened
      onClose={onClose}
      title={dialogTitle(action, model, version)}
      size={state.isPending ? 'panel' : 'normal'}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {impossible !== null ? (
        <p role="status">{impossible}</p>
      ) : isMissing(state.error) ? (
        <p role="alert">There is no version {version} of this model, or you may not see it.</p>
      ) : state.error ? (
        <FailureNote
          what={`Version ${version}`}
          error={state.error}
          since={onClock(state.errorUpdatedAt, clock.now())}
          onRetry={state.refetch}
          retrying={state.isFetching}
        />
      ) : (
        <Skeleton height={420} />
      )}
    </Dialog>
  )
}
