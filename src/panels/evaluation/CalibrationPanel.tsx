import type { Calibration } from '@/domain/evaluation/evaluation'
import { calibrationError } from '@/domain/evaluation/statistics'
import { UnitChart } from '@/ui/charts/UnitChart'
import { Figure } from '@/ui/figures/Figure'
import { countText, fixed } from '@/ui/format/numbers'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './Evaluation.module.css'
import { originNote } from './originNote'

export interface CalibrationPanelProps {
  state: Loadable<Calibration>
  headingLevel: 2 | 3
}

/** Whether a predicted 0.7 comes true seven times of ten. */
export function CalibrationPanel({ state, headingLevel }: CalibrationPanelProps) {
  const error = state.data ? calibrationError(state.data) : null
  const notes = state.data && [
    error === null ? 'How many cases are behind each point was not kept.' : `Expected calibration error ${fixed(error, 3)}: the mean distance from the diagonal, by cases.`,
    originNote(state.data.origin),
  ]
  return (
    <PanelFrame title="Calibration" state={state} headingLevel={headingLevel} minHeight={260} notes={notes} tableView={(found) => <Bins {...found} />}>
      {({ bins }) => (
        <UnitChart
          measure="Calibration"
          x="predicted probability"
          y="observed share of positives"
          points={bins.map(({ predicted, observed }) => [predicted, observed] as const)}
          dots
          against={[[0, 0], [1, 1]]}
          summary={bins.map(({ predicted, observed }) => `Predicted ${fixed(predicted, 2)}, observed ${fixed(observed, 2)}.`).join(' ')}
        />
      )}
    </PanelFrame>
  )
}

function Bins({ bins }: Calibration) {
  return (
    <table className={styles['table']} aria-label="Calibration">
      <thead>
        <tr>
          <th scope="col">Predicted</th>
          <th scope="col">Observed</th>
          <th scope="col">Cases</th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ predicted, observed, count }) => (
          <tr key={predicted}>
            <th scope="row">{fixed(predicted, 3)}</th>
            <td>{fixed(observed, 3)}</td>
            <td>{count === null ? <Figure value={null} absent="It was not kept." /> : countText(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
