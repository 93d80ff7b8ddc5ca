import { Segments } from '@/ui/controls/Segments'
import { useTimeZone } from '@/ui/timeZone'

const zones = [
  { value: 'local', label: 'Local' },
  { value: 'UTC', label: 'UTC' },
] as const

/** Whether charts say times in the reader's zone or in UTC. */
export function ZoneSwitch() {
  const [zone, setZone] = useTimeZone()
  return <Segments label="Times" size="small" options={zones} value={zone ?? 'local'} onChange={(value) => setZone(value === 'UTC' ? 'UTC' : undefined)} />
}
