import type { ServingEvidence } from '@/domain/gate/evidence'
import type { Unit } from '@/domain/signal'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import { relativeText } from '@/ui/format/deltas'
import type { ComparedSide } from './CompareTable'
import styles from './CompareTable.module.css'

export interface ServingLinesProps {
  reference: ComparedSide | null
  candidate: ComparedSide
}

const lines = [
  { key: 'errorRatio', name: 'Errors', unit: 'ratio' },
  { key: 'p95Ms', name: 'p95', unit: 'ms' },
] as const satisfies readonly { key: keyof ServingEvidence; name: string; unit: Unit }[]

/** What both versions serve: requests, errors, latency. Draws nothing where no monitoring can tell them apart. */
export function ServingLines({ reference, candidate }: ServingLinesProps) {
  const sides = reference === null ? [candidate] : [reference, candidate]
  if (sides.every(({ serving }) => serving === 'not-asked')) return null
  return (
    <tbody>
      <tr>
        <th scope="row">
          Requests <small className={styles['small']}>{[...new Set(sides.map(({ servingTime }) => servingTime))].join(' against ')}</small>
        </th>
        {sides.map((side) => (
          <td key={side.label} className={styles['number']}>
            <ServingFigure side={side} pick={(serving) => serving.requests} unit="count" />
          </td>
        ))}
        {reference && (
          <td className={styles['number']}>
            <span className="sr-only">Not compared</span>
          </td>
        )}
      </tr>
      {lines.map(({ key, name, unit }) => {
        const [before, after] = [reference && valueOf(reference, key), valueOf(candidate, key)]
        return (
          <tr key={key}>
            <th scope="row">{name}</th>
            {sides.map((side) => (
              <td key={side.label} className={styles['number']}>
                <ServingFigure side={side} pick={(serving) => serving[key]} unit={unit} />
              </td>
            ))}
            {reference && (
              <td className={styles['number']}>
                {before !== null && after !== null && (
                  <span className={styles['difference']}>
                    {key === 'p95Ms' && before > 0 && <small className={styles['small']}>{relativeText(after, before)}</small>}
                    <Delta difference={after - before} unit={unit} better="lower" against={`against ${reference.label}`} />
                  </span>
                )}
              </td>
            )}
          </tr>
        )
      })}
    </tbody>
  )
}

function valueOf({ serving }: ComparedSide, key: keyof ServingEvidence): number | null {
  return serving === 'not-asked' ? null : (serving?.[key] ?? null)
}

function ServingFigure({ side: { serving, label }, pick, unit }: { side: ComparedSide; pick: (serving: ServingEvidence) => number | null; unit: Unit }) {
  if (serving === undefined) return <span className={styles['quiet']}>…</span>
  if (serving === 'not-asked' || serving === null) return <Figure value={null} absent="Monitoring has nothing of this model by version." />
  const value = pick(serving)
  const absent = serving.requests === 0 ? `${label} does not serve.` : `Monitoring has no figure of ${label} for this time.`
  return <Figure value={value === null ? null : unit === 'count' ? Math.round(value) : value} unit={unit} absent={absent} />
}
