import { useState } from 'react'
import { Button } from '@/ui/controls/Button'
import styles from './DecisionItem.module.css'

const longText = 320

/** Why somebody decided, as they wrote it; a long one opens on request. */
export function ReasonText({ text }: { text: string }) {
  const [all, setAll] = useState(false)
  const cut = !all && text.length > longText
  return (
    <p className={styles['reason']}>
      <bdi>{cut ? `${text.slice(0, longText).replace(/\p{Surrogate}$/u, '')}…` : text}</bdi>
      {cut && (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          Show all
        </Button>
      )}
    </p>
  )
}
