import { atThreshold, type ThresholdCurves } from '@/domain/evaluation/threshold'
import { Figure } from '@/ui/figures/Figure'
import { fixed } from '@/ui/format/numbers'
import styles from './Evaluation.module.css'

export interface ThresholdTableProps {
  curves: ThresholdCurves
  span: { min: number; max: number }
}

const rows = 21

/** The curves at evenly spaced thresholds. */
export function ThresholdTable({ curves, span }: ThresholdTableProps) {
  const shares = span.min >= 0 && span.max <= 1
  const [min, max] = shares ? [0, 1] : [span.min, span.max]
  return (
    <table className={styles['table']} aria-label="Threshold">
      <thead>
        <tr>
          <th scope="col">Threshold</th>
          <th scope="col">Precision</th>
          <th scope="col">Recall</th>
          <th scope="col">F1</th>
          <th scope="col">False positive rate</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, i) => min + ((max - min) * i) / (rows - 1)).map((threshold) => {
          const { precision, recall, f1, falsePositiveRate } = atThreshold(curves, threshold)
          return (
            <tr key={threshold}>
              <th scope="row">{fixed(threshold, 2)}</th>
              {[precision, recall, f1].map((value, i) => (
                <td key={['precision', 'recall', 'f1'][i]}>
                  <Figure value={value} unit="score" absent="It is not known at this threshold." />
                </td>
              ))}
              <td>
                <Figure value={falsePositiveRate} unit="ratio" absent="No ROC curve was kept." />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
