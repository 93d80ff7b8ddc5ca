type Compute = (value: number, time: number) => number

function utc(part: (date: Date) => number): Compute {
  return (seconds) => part(new Date(seconds * 1000))
}

/** Functions of one sample alone, by name. The date functions read the sample as seconds since the epoch, in UTC. */
export const elementwise: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ['abs', Math.abs],
  ['ceil', Math.ceil],
  ['floor', Math.floor],
  ['exp', Math.exp],
  ['ln', Math.log],
  ['log2', Math.log2],
  ['log10', Math.log10],
  ['sqrt', Math.sqrt],
  ['sgn', Math.sign],
  ['deg', (value) => (value * 180) / Math.PI],
  ['rad', (value) => (value * Math.PI) / 180],
  ['acos', Math.acos],
  ['acosh', Math.acosh],
  ['asin', Math.asin],
  ['asinh', Math.asinh],
  ['atan', Math.atan],
  ['atanh', Math.atanh],
  ['cos', Math.cos],
  ['cosh', Math.cosh],
  ['sin', Math.sin],
  ['sinh', Math.sinh],
  ['tan', Math.tan],
  ['tanh', Math.tanh],
  ['minute', utc((date) => date.getUTCMinutes())],
  ['hour', utc((date) => date.getUTCHours())],
  ['day_of_week', utc((date) => date.getUTCDay())],
  ['day_of_month', utc((date) => date.getUTCDate())],
  ['day_of_year', utc((date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 0)) / 86_400_000))],
  ['days_in_month', utc((date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate())],
  ['month', utc((date) => date.getUTCMonth() + 1)],
  ['year', utc((date) => date.getUTCFullYear())],
])

/** Functions of a sample and scalar arguments (missing ones are undefined); `null` drops the element. */
export const withScalars: ReadonlyMap<string, (value: number, first?: number, second?: number) => number | null> = new Map([
  ['clamp', (value: number, min = 0, max = 0) => (max < min ? null : Math.max(min, Math.min(max, value)))],
  ['clamp_min', (value: number, min = 0) => Math.max(min, value)],
  ['clamp_max', (value: number, max = 0) => Math.min(max, value)],
  // Multiplying by the inverse is what Prometheus does, and differs in the last digit from dividing.
  ['round', (value: number, to = 1) => Math.floor(value * (1 / to) + 0.5) / (1 / to)],
])
