import type { SliceTable } from '@/domain/evaluation/evaluation'
import { minSupport } from '@/domain/compare'
import { Figure } from '@/ui/figures/Figure'
import { countText } from '@/ui/format/numbers'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './Evaluation.module.css'
import { originNote } from './originNote'
import { measureOfName, worstRow } from './worstSlice'

export interface SlicesPanelProps {
  state: Loadable<SliceTable>
  headingLevel: 2 | 3
}

/** The same measures for parts of the data; the weakest part of each measure is marked. */
export function SlicesPanel({ state, headingLevel }: SlicesPanelProps) {
  const few = state.data?.rows.filter(({ n }) => n !== null && n < minSupport) ?? []
  const notes = state.data && [
    ...(few.length === 0 ? [] : [`${few.map(({ name }) => name).join(', ')}: fewer than ${minSupport} cases say little.`]),
    originNote(state.data.origin),
  ]
  return (
    <PanelFrame title={state.data ? `By ${state.data.by}` : 'By slice'} id={`slices-${state.data?.by ?? ''}`} state={state} headingLevel={headingLevel} minHeight={120} notes={notes}>
      {(table) => <Slices {...table} />}
    </PanelFrame>
  )
}

function Slices({ by, measures, rows }: SliceTable) {
  const known = measures.map(measureOfName)
  const worst = measures.map((_, column) => worstRow(rows, column, known[column] ?? null))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={`By ${by}, scrolls`}>
      <table className={styles['table']} aria-label={`By ${by}`}>
        <thead>
          <tr>
            <th scope="col">{by}</th>
            <th scope="col">n</th>
            {measures.map((name) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.name}>
              <th scope="row">
                <bdi>{row.name}</bdi>
              </th>
              <td>{row.n === null ? <Figure value={null} absent="How many cases it has was not kept." /> : countText(row.n)}</td>
              {row.values.map((value, column) => (
                <td key={measures[column]} className={worst[column] === index ? styles['worst'] : undefined}>
                  {worst[column] === index && <small className={styles['word']}>weakest </small>}
                  <SliceValue value={value} metric={known[column] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SliceValue({ value, metric }: { value: number | null; metric: ReturnType<typeof measureOfName> }) {
  const absent = 'It was not kept, or is not a number.'
  return metric === null ? <Figure value={value} unit="score" absent={absent} /> : <Figure value={value} metric={metric} absent={absent} />
}
