import type { ValueType } from './syntax'

/** What a function takes and gives. `optional` trailing arguments may be left out; Infinity: any number more. */
export interface Signature {
  args: readonly ValueType[]
  optional: number
  returns: ValueType
}

const vector = 'instant vector'
const range = 'range vector'

function take(args: readonly ValueType[], returns: ValueType = vector, optional = 0): Signature {
  return { args, optional, returns }
}

const overVector = 'abs ceil exp floor ln log10 log2 sgn sqrt deg rad acos acosh asin asinh atan atanh cos cosh sin sinh tan tanh timestamp sort sort_desc absent'
const overRange =
  'rate irate increase delta idelta deriv changes resets absent_over_time avg_over_time count_over_time last_over_time max_over_time min_over_time present_over_time stddev_over_time stdvar_over_time sum_over_time'
const ofTime = 'day_of_month day_of_week day_of_year days_in_month hour minute month year'

/** https://prometheus.io/docs/prometheus/latest/querying/functions/, without those on native histograms. */
const signatures: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ...overVector.split(' ').map((name): [string, Signature] => [name, take([vector])]),
  ...overRange.split(' ').map((name): [string, Signature] => [name, take([range])]),
  ...ofTime.split(' ').map((name): [string, Signature] => [name, take([vector], vector, 1)]),
  ['clamp', take([vector, 'scalar', 'scalar'])],
  ['clamp_max', take([vector, 'scalar'])],
  ['clamp_min', take([vector, 'scalar'])],
  ['histogram_quantile', take(['scalar', vector])],
  ['label_join', take([vector, 'string', 'string', 'string'], vector, Infinity)],
  ['label_replace', take([vector, 'string', 'string', 'string', 'string'])],
  ['pi', take([], 'scalar')],
  ['predict_linear', take([range, 'scalar'])],
  ['quantile_over_time', take(['scalar', range])],
  ['round', take([vector, 'scalar'], vector, 1)],
  ['scalar', take([vector], 'scalar')],
  ['time', take([], 'scalar')],
  ['vector', take(['scalar'])],
])

export function signatureOf(name: string): Signature | undefined {
  return signatures.get(name)
}
