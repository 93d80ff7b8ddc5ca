import type { DecisionContext } from '@/panels/evidence/decisionContext'
import type { Done } from './DoneNote'

/** What the dialog of every action is given. */
export interface ActionProps {
  context: DecisionContext
  /** Reads the registry afresh and takes what it says as seen. */
  lookAgain: () => Promise<unknown>
  /** While it is written the screen stays as it was decided on. */
  onWriting: (writing: boolean) => void
  onClose: () => void
  onDone: (done: Omit<Done, 'version'>) => void
}
