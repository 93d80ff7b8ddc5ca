import { useId } from 'react'
import { Button } from '@/ui/controls/Button'
import { fixed } from '@/ui/format/numbers'
import styles from './Evaluation.module.css'

export interface ThresholdControlProps {
  value: number
  span: { min: number; max: number }
  /** Where F1 is largest; `null`: not known. */
  best: number | null
  onChange: (threshold: number) => void
}

/** From which score on a case counts as positive. */
export function ThresholdControl({ value, span, best, onChange }: ThresholdControlProps) {
  const id = useId()
  const shares = span.min >= 0 && span.max <= 1
  const [min, max] = shares ? [0, 1] : [span.min, span.max]
  return (
    <div className={styles['control']}>
      <label htmlFor={id}>
        Threshold <output className={styles['value']}>{fixed(value, 2)}</output>
      </label>
      <input id={id} type="range" min={min} max={max} step={shares ? 0.01 : (max - min) / 200} value={value} onChange={(event) => onChange(Number(event.target.value))} />
      <Button size="small" variant="quiet" onClick={() => onChange(0.5)} disabled={span.min > 0.5 || span.max < 0.5}>
        0.50
      </Button>
      {best !== null && (
        <Button size="small" variant="quiet" onClick={() => onChange(best)}>
          Best F1 at {fixed(best, 2)}
        </Button>
      )}
    </div>
  )
}
