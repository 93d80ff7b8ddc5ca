import type { Folds } from '@/domain/evaluation/evaluation'
import { spread } from '@/domain/evaluation/statistics'
import { Figure } from '@/ui/figures/Figure'
import { fixed } from '@/ui/format/numbers'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './Evaluation.module.css'
import { FoldStrip } from './FoldStrip'
import { originNote } from './originNote'
import { measureOfName } from './worstSlice'

export interface FoldsPanelProps {
  state: Loadable<Folds>
  headingLevel: 2 | 3
}

/** What each fold of the cross-validation scored, with mean and standard deviation. */
export function FoldsPanel({ state, headingLevel }: FoldsPanelProps) {
  const folds = Math.max(0, ...(state.data?.measures.map(({ values }) => values.length) ?? []))
  return (
    <PanelFrame
      title="Cross-validation"
      {...(folds > 0 && { unit: `${folds} folds` })}
      state={state}
      headingLevel={headingLevel}
      minHeight={100}
      notes={state.data && ['Deviation is the standard deviation between folds.', originNote(state.data.origin)]}
    >
      {({ measures }) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
        <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Cross-validation, scrolls">
          <table className={styles['table']} aria-label="Cross-validation">
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col">Mean</th>
                <th scope="col">Deviation</th>
                <th scope="col">Each fold</th>
              </tr>
            </thead>
            <tbody>
              {measures.map(({ name, values }) => {
                const found = spread(values)
                const metric = measureOfName(name)
                const unit = metric === null ? ({ unit: 'score' } as const) : { metric }
                return (
                  <tr key={name}>
                    <th scope="row">
                      <bdi>{name}</bdi>
                    </th>
                    <td>
                      <Figure value={found?.mean ?? null} {...unit} absent="No fold has a number." />
                    </td>
                    <td>{found?.deviation == null ? <Figure value={null} absent="One fold alone has none." /> : `± ${fixed(found.deviation, 3)}`}</td>
                    <td>
                      <FoldStrip values={values} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </PanelFrame>
  )
}
