import { IconRefresh } from '@tabler/icons-react'
import { useQueryClient, useIsFetching } from '@tanstack/react-query'
import { rangePresets, refreshChoices } from '@/domain/time'
import { useRefresh, useTimeRange } from '@/panels/timeControls'
import { IconButton } from '@/ui/controls/IconButton'
import styles from './TimeControls.module.css'

const refreshWords = { off: 'off', '10s': '10 s', '30s': '30 s', '1m': '1 min', '5m': '5 min' } as const
const rangeWords = { '1h': '1 h', '6h': '6 h', '24h': '24 h', '7d': '7 d', '30d': '30 d' } as const

/** The shared time range and how often live figures are asked again; both live in the address. */
export function TimeControls() {
  const [range, setRange] = useTimeRange()
  const [refresh, setRefresh] = useRefresh()
  const client = useQueryClient()
  const fetching = useIsFetching() > 0
  return (
    <div className={styles['controls']} role="group" aria-label="Time">
      <label className={styles['field']}>
        <span className="sr-only">Time range</span>
        <select
          value={range.kind === 'relative' ? range.preset : 'custom'}
          onChange={(event) => {
            const preset = rangePresets.find((p) => p === event.target.value)
            if (preset) setRange({ kind: 'relative', preset })
          }}
        >
          {rangePresets.map((preset) => (
            <option key={preset} value={preset}>
              {rangeWords[preset]}
            </option>
          ))}
          {range.kind === 'absolute' && <option value="custom">Custom</option>}
        </select>
      </label>
      <label className={styles['field']}>
        <span className="sr-only">Refresh every</span>
        <select
          value={refresh}
          onChange={(event) => {
            const choice = refreshChoices.find((c) => c === event.target.value)
            if (choice) setRefresh(choice)
          }}
        >
          {refreshChoices.map((choice) => (
            <option key={choice} value={choice}>
              ⟳ {refreshWords[choice]}
            </option>
          ))}
        </select>
      </label>
      <IconButton
        label="Refresh now"
        className={fetching ? styles['busy'] : undefined}
        icon={<IconRefresh size={16} aria-hidden />}
        onClick={() => void client.invalidateQueries()}
      />
    </div>
  )
}
