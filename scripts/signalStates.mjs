// What a source of live figures may answer, beside what it should: for pictures of every signal in every state.

/**
 * @typedef {{ metric: Record<string, string>, value?: [number, unknown], values?: [number, unknown][] }} Row
 * @typedef {{ path: string, query: string }} Asked what the page asked a source for; `query` is empty but for PromQL
 * @typedef {(asked: Asked) => Response} Refusal
 * @typedef {object} SignalState
 * @property {string} name of the picture
 * @property {string} words what the source does
 * @property {(rows: Row[]) => Row[]} [rows] alters the answer to a query
 * @property {readonly string[]} [warnings] what Prometheus says beside it
 * @property {true} [unknown] the source knows no metric name and no alert
 * @property {(asked: Asked) => Response | 'never' | null} [refuse] instead of an answer; `null`: it answers
 * @property {true} [slow] takes a minute a picture
 * @property {true} [late] it answers once, and refuses from then on
 */

/** @param {Row} row @param {(value: unknown, index: number) => unknown} change `undefined` leaves the sample out */
function changed(row, change) {
  /** @param {[number, unknown]} sample @param {number} index @returns {[number, unknown][]} */
  const one = ([at, value], index) => {
    const after = change(value, index)
    return after === undefined ? [] : [[at, after]]
  }
  if (row.values) return { ...row, values: row.values.flatMap(one) }
  const [value] = row.value ? one(row.value, 0) : []
  return value ? { ...row, value } : { metric: row.metric }
}

/** Alertmanager refuses with a bare text. @param {number} status @param {string} errorType @param {string} error @returns {Refusal} */
const refusal = (status, errorType, error) => ({ path }) => Response.json(path.includes('/v2/') ? error : { status: 'error', errorType, error }, { status })

const full = refusal(500, 'internal', 'block: opening storage failed: no space left on device')
const heavy = refusal(422, 'execution', 'query processing would load too many samples into memory in query execution')

/** @type {readonly SignalState[]} */
export const signalStates = [
  { name: 'full', words: 'answers' },
  { name: 'empty', words: 'has nothing of any model', rows: () => [] },
  { name: 'unknown', words: 'knows no metric', rows: () => [], unknown: true },
  {
    name: 'partial',
    words: 'has every other row, from the middle of the range on, with gaps, and warns',
    rows: (rows) =>
      rows.filter((_, i) => i % 2 === 0).map((row) => {
        const count = row.values?.length ?? 0
        return changed(row, (value, i) => (row.values && (i < count / 2 || i % 24 < 8) ? undefined : value))
      }),
    warnings: ['remote_read: store gateway 10.0.4.7:10901: context deadline exceeded'],
  },
  { name: 'nan', words: 'answers NaN', rows: (rows) => rows.map((row) => changed(row, () => 'NaN')) },
  {
    name: 'nan-between',
    words: 'answers NaN and +Inf in between',
    rows: (rows) => rows.map((row) => changed(row, (value, i) => (i % 7 === 3 ? '+Inf' : i % 5 === 4 ? 'NaN' : value))),
  },
  { name: 'stale', words: 'answers once, then 500', refuse: full, late: true },
  { name: 'failing-500', words: 'answers 500', refuse: full },
  { name: 'failing-422', words: 'answers 422', refuse: heavy },
  { name: 'failing-uneven', words: 'answers 422 where it must read histograms, limits or labelled samples', refuse: (asked) => (/bucket|limit|samples|wanted/.test(asked.query) ? heavy(asked) : null) },
  {
    name: 'failing-html',
    words: 'answers the page of a login',
    refuse: () => new Response('<!doctype html><title>Sign in</title><form></form>', { headers: { 'Content-Type': 'text/html' } }),
  },
  { name: 'failing-timeout', words: 'does not answer', refuse: () => 'never', slow: true },
]

/** The answer of a source as this state has it. @param {SignalState} state @param {Asked} asked @param {Response} answer */
export async function altered(state, asked, answer) {
  if (!answer.ok || asked.path.includes('/status')) return answer
  const isNames = asked.path.endsWith('/label/__name__/values')
  const isAlerts = /\/(?:alerts|rules)$/.test(asked.path)
  if (state.unknown && isNames) return Response.json({ status: 'success', data: [] })
  if (state.unknown && isAlerts) return Response.json(asked.path.includes('/v2/') ? [] : { status: 'success', data: asked.path.endsWith('rules') ? { groups: [] } : { alerts: [] } })
  if (!state.rows || !/\/query(?:_range)?$/.test(asked.path)) return answer
  const { data } = await answer.json()
  const result = data.resultType === 'scalar' ? data.result : state.rows(data.result)
  return Response.json({ status: 'success', data: { ...data, result }, ...(state.warnings && { warnings: state.warnings }) })
}
