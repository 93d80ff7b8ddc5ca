import { Dialog } from '@/ui/dialog/Dialog'
import { KeyHint } from '@/ui/controls/KeyHint'
import { Facts } from '@/ui/layout/Facts'

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['/'], 'Search this page, or jump'],
  [['Ctrl', 'K'], 'Jump to any model, version or page (⌘ K on a Mac)'],
  [['?'], 'This list'],
  [['↑', '↓'], 'Move between the rows of a table'],
  [['Enter'], 'Open the row'],
  [['Space'], 'Choose the row'],
  [['←', '→'], 'Move the cursor of a chart'],
  [['Esc'], 'Close what is open'],
]

/** Every key, opened by `?`. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog opened onClose={onClose} title="Keys" size="small">
      <Facts facts={keys.map(([chord, does]) => ({ name: does, value: <KeyHint keys={chord} /> }))} />
    </Dialog>
  )
}
