import { useTimeRange } from '@/panels/timeControls'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'
import { rangeText } from './rangeText'

/** Whether charts also draw the range of the same length just before, and how it is called. */
export interface Compare {
  /** `24 h before`; `null`: it is not drawn. */
  before: string | null
  /** What the control is called: `Compare with the 24 h before`. */
  label: string
  toggle: () => void
}

/** The choice of the address: `compare=previous`. */
export function useCompare(): Compare {
  const [params, change] = useAddressParams()
  const [range] = useTimeRange()
  const on = params.get('compare') === 'previous'
  const length = range.kind === 'relative' ? rangeText(range, 0) : null
  return {
    before: on ? (length === null ? 'the period before' : `${length} before`) : null,
    label: `Compare with ${length === null ? 'the period' : `the ${length}`} before`,
    toggle: () => change((after) => setOrDelete(after, 'compare', on ? null : 'previous')),
  }
}
