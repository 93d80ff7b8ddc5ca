import { useState } from 'react'
import type { Unit } from '@/domain/signal'
import type { Episode } from '@/domain/thresholds/backtest'
import type { EpochMs } from '@/domain/time'
import { durationWords } from '@/domain/words'
import { StatusIcon } from '@/ui/badges/StatusIcon'
import { Button } from '@/ui/controls/Button'
import { measureText } from '@/ui/format/numbers'
import { dayText } from '@/ui/format/times'
import figures from '@/ui/table/FiguresTable.module.css'
import { around, type Stretch } from './historyInput'
import styles from './Thresholds.module.css'

export interface EpisodeTableProps {
  label: string
  episodes: readonly Episode[]
  unit: Unit
  /** The end of the history: until then lasts what fires still. */
  until: EpochMs
  /** Draws this stretch in the chart above. */
  onShow: (stretch: Stretch) => void
}

const firstRows = 6

const endWords = { recovered: 'recovered', lost: 'not known: no more figures', firing: 'fires still' } as const

/** Each time that somebody would have been told, newest first. */
export function EpisodeTable({ label, episodes, unit, until, onShow }: EpisodeTableProps) {
  const [all, setAll] = useState(false)
  const newest = episodes.toReversed()
  const named = episodes.some(({ labels }) => Object.keys(labels).length > 0)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={`${label}, scrolls`}>
      <table className={`${figures['table'] ?? ''} ${styles['episodes'] ?? ''}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Fired</th>
            <th scope="col">Severity</th>
            {named && <th scope="col">Of</th>}
            <th scope="col">For</th>
            <th scope="col">Worst</th>
            <th scope="col">End</th>
          </tr>
        </thead>
        <tbody>
          {(all ? newest : newest.slice(0, firstRows)).map((episode) => (
            <tr key={`${episode.from} ${Object.values(episode.labels).join()}`}>
              <th scope="row">
                <button type="button" className={styles['moment']} title="Show it in the chart" aria-label={`Show ${momentText(episode.firedAt)} in the chart`} onClick={() => onShow(around(episode, until))}>
                  <time dateTime={new Date(episode.firedAt).toISOString()}>{momentText(episode.firedAt)}</time>
                </button>
              </th>
              <td>
                <span className={styles['severity']} data-severity={episode.severity}>
                  <StatusIcon status={episode.severity === 'critical' ? 'failing' : 'at-risk'} /> {episode.severity}
                </span>
              </td>
              {named && (
                <td>
                  <bdi>{Object.values(episode.labels).join(', ')}</bdi>
                </td>
              )}
              <td>{durationWords((episode.to ?? until) - episode.firedAt)}</td>
              <td>{measureText(episode.worst, unit)}</td>
              <td>{endWords[episode.end]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && newest.length > firstRows && (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          Show all {newest.length}
        </Button>
      )}
    </div>
  )
}

/** `24 Nov, 13:05` in the reader's zone. */
function momentText(at: EpochMs): string {
  const date = new Date(at)
  return `${dayText(at)}, ${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
