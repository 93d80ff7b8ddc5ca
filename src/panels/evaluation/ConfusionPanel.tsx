import type { ConfusionMatrix } from '@/domain/evaluation/evaluation'
import { classMeasures } from '@/domain/evaluation/statistics'
import { countText, measureText } from '@/ui/format/numbers'
import { Figure } from '@/ui/figures/Figure'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './Evaluation.module.css'
import { originNote } from './originNote'

export interface ConfusionPanelProps {
  state: Loadable<ConfusionMatrix>
  headingLevel: 2 | 3
}

/** Actual against predicted classes, with the share of each actual class, and what each class scores. */
export function ConfusionPanel({ state, headingLevel }: ConfusionPanelProps) {
  return (
    <PanelFrame title="Confusion matrix" unit="cases" state={state} headingLevel={headingLevel} minHeight={180} notes={state.data && [originNote(state.data.origin)]}>
      {(matrix) => <Matrix {...matrix} />}
    </PanelFrame>
  )
}

function Matrix(matrix: ConfusionMatrix) {
  const { labels, counts } = matrix
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Confusion matrix, scrolls">
      <table className={styles['matrix']} aria-label="Confusion matrix">
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>
              actual ↓ predicted →
            </th>
            {labels.map((label) => (
              <th key={label} scope="col">
                <bdi>{label}</bdi>
              </th>
            ))}
            <th scope="col">Recall</th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label, actual) => {
            const { recall, n } = classMeasures(matrix, actual)
            return (
              <tr key={label}>
                <th scope="row">
                  <bdi>{label}</bdi>
                </th>
                {counts[actual]?.map((count, predicted) => (
                  <td
                    key={labels[predicted]}
                    className={styles['cell']}
                    style={{ background: tint(n === 0 ? 0 : count / n, actual === predicted) }}
                  >
                    {countText(count)}
                    <small className={styles['small']}>{n === 0 ? '–' : measureText(count / n, 'ratio')}</small>
                  </td>
                ))}
                <td>
                  <Figure value={recall} unit="score" absent="No case is of this class." />
                  <small className={styles['small']}>n = {countText(n)}</small>
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Precision</th>
            {labels.map((label, index) => (
              <td key={label}>
                <Figure value={classMeasures(matrix, index).precision} unit="score" absent="No case was predicted to be of this class." />
              </td>
            ))}
            <td>n = {countText(counts.flat().reduce((a, b) => a + b, 0))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** Stronger for a larger share of the actual class: right ones in one colour, mistakes in the other. */
function tint(share: number, right: boolean): string {
  return `color-mix(in srgb, var(${right ? '--md-series-1' : '--md-series-6'}) ${Math.round(6 + share * 34)}%, var(--md-surface))`
}
