import { burnWindowsMs, type Burn, type SloReport } from '@/domain/slo'
import { burnWords, windowWords } from '@/domain/sloWords'
import { Absent } from '@/ui/figures/Absent'
import { Figure } from '@/ui/figures/Figure'
import { countText } from '@/ui/format/numbers'
import figures from '@/ui/table/FiguresTable.module.css'
import styles from './Slo.module.css'
import { liveMs, type SloView } from './useSlo'

export interface BurnTableProps {
  view: SloView
  /** `null`: no latency is demanded. */
  latencyMs: number | null
}

/** Each window with its burn rate, the figures behind it, and p95 where a latency is demanded. */
export function BurnTable({ view: { report, p95 }, latencyMs }: BurnTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Burn rate by window, scrolls">
      <table className={`${figures['table'] ?? ''} ${styles['table'] ?? ''}`} aria-label="Burn rate by window">
        <thead>
          <tr>
            <th scope="col">Last</th>
            {report !== null && (
              <>
                <th scope="col">Burn rate</th>
                <th scope="col">Failed</th>
                <th scope="col">Requests</th>
              </>
            )}
            {latencyMs !== null && <th scope="col">p95</th>}
          </tr>
        </thead>
        <tbody>
          {burnWindowsMs.map((windowMs, index) => (
            <tr key={windowMs}>
              <th scope="row">{windowWords(windowMs)}</th>
              {report?.burns[index] !== undefined && <BurnCells burn={report.burns[index]} report={report} />}
              {latencyMs !== null && (
                <td data-hot={(p95.get(windowMs) ?? 0) > latencyMs || undefined}>
                  <Figure
                    value={p95.get(windowMs) ?? null}
                    unit="ms"
                    absent={windowMs > liveMs ? 'Percentiles are asked for up to 6 h: over days they cost the source too much.' : 'Nothing was timed, or the source did not answer.'}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BurnCells({ burn, report }: { burn: Burn; report: SloReport }) {
  const { rate, enough, errorRatio, requests } = burn
  const absent = 'Nothing was counted, or the source did not answer.'
  return (
    <>
      <td data-hot={(enough && isHot(burn, report)) || undefined}>
        {rate === null ? <Absent reason={absent} /> : burnWords(rate)}
        {rate !== null && !enough && <small className={styles['few']}> too few requests</small>}
      </td>
      <td>
        <Figure value={errorRatio} unit="ratio" absent={absent} />
      </td>
      <td>{requests === null ? <Absent reason={absent} /> : countText(requests)}</td>
    </>
  )
}

/** At the limit of a rule that looks at this window. */
function isHot({ windowMs, rate }: Burn, { rules }: SloReport): boolean {
  return rules.some(({ rule }) => (rule.longMs === windowMs || rule.shortMs === windowMs) && (rate ?? 0) >= rule.rate)
}
