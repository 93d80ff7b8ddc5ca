import { significant } from '@/ui/format/numbers'
import styles from './Evaluation.module.css'

const [width, height, inset] = [132, 16, 6]

/** The folds' values as dots on a line between the smallest and the largest. */
export function FoldStrip({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const xOf = (value: number) => inset + (high === low ? 0.5 : (value - low) / (high - low)) * (width - 2 * inset)
  const words = values.map((value, fold) => `fold ${fold + 1}: ${value === null ? 'no number' : significant(value, 4)}`).join(', ')
  return (
    <span className={styles['strip']} title={words}>
      <svg width={width} height={height} aria-hidden focusable="false">
        <line x1={inset} x2={width - inset} y1={height / 2} y2={height / 2} className={styles['stripLine']} />
        {values.map((value, fold) => (
          // oxlint-disable-next-line react/no-array-index-key -- folds are told by their place
          value !== null && <circle key={fold} cx={xOf(value)} cy={height / 2} r={3.5} className={styles['stripDot']} />
        ))}
      </svg>
      {known.length > 0 && (
        <small className={styles['word']} aria-hidden>
          {significant(low, 3)} – {significant(high, 3)}
        </small>
      )}
      <span className="sr-only">{words}</span>
    </span>
  )
}
