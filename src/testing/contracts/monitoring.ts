import { describe, expect, it } from 'vitest'
import type { ModelRef, ServedModel } from '@/domain/model'
import type { Figure, FigureSet, Subject } from '@/domain/series'
import { signalNames, signalUnits, type SignalName } from '@/domain/signal'
import { hourMs, minuteMs, type TimeRange } from '@/domain/time'
import type { MonitoringSource } from '@/ports/monitoring'
import { SourceError } from '@/ports/sourceError'

/** A monitoring system with traffic, and what is known of it. */
export interface MonitoringSetup {
  source: MonitoringSource
  /** Registered, with traffic in the last five minutes. One of them in two versions or more. */
  busy: readonly [ServedModel, ...ServedModel[]]
  /** All that is registered. */
  registered: readonly ServedModel[]
  /** Registered, with no time series of its own. */
  absent: ServedModel
  /** Served without failures in the last five minutes. */
  flawless?: ModelRef
  /** Registered and served, without a request in the last five minutes. */
  idle?: ServedModel
  /** Nothing was scraped of it between these, more than ten minutes apart and within the last two hours. */
  gap?: { model: ServedModel; from: number; to: number }
  /** What the system must answer, within `tolerance` (relative). */
  known?: readonly KnownFigure[]
  tolerance?: number
}

export interface KnownFigure {
  signal: SignalName
  model: string
  version: string | null
  labels?: Readonly<Record<string, string>>
  value: number | null
}

const now = { windowMs: 5 * minuteMs, offsetMs: 0 }
const lastHour: TimeRange = { kind: 'relative', preset: '1h' }

/**
 * What every MonitoringSource promises, on whatever stands behind it: the simulated world, a real Prometheus,
 * a real VictoriaMetrics. `setup` is called before each case.
 */
export function monitoringContract(name: string, setup: () => MonitoringSetup | Promise<MonitoringSetup>): void {
  describe(`${name} is a monitoring source`, () => {
    it('says what it is and can do', async () => {
      const { source } = await setup()
      const info = await source.info()
      expect(info).toMatchObject({ id: source.id, type: source.type })
      expect(info.product).not.toBe('')
      expect(info.capabilities).toContain('signals')
    })

    it('answers each signal that it supports in the unit of the signal, and refuses the others', async () => {
      const { source, busy } = await setup()
      for (const signal of signalNames) {
        const supported = source.supports(signal)
        const outcome = await source.figures(signal, { models: busy, by: 'model' }, now).then(
          ({ unit }) => unit,
          (error: unknown) => (error instanceof SourceError ? error.kind : error),
        )
        expect(outcome).toBe(supported === true ? signalUnits[signal] : 'unsupported')
        expect(supported === true ? 'A sentence.' : supported.reason).toMatch(/\w\.$/)
      }
    })

    it('lacks what it cannot answer, and nothing that it answers, in a sentence', async () => {
      const { source } = await setup()
      const lacking = await source.lacking(signalNames)
      expect(lacking.has('request_rate')).toBe(false)
      expect(signalNames.filter((signal) => source.supports(signal) !== true && !lacking.has(signal))).toEqual([])
      for (const sentence of lacking.values()) expect(sentence).toMatch(/\w\.$/)
    })

    it('gives one request rate per busy model, and the text that was asked', async () => {
      const { source, busy } = await setup()
      const answer = await source.figures('request_rate', { models: busy, by: 'model' }, now)
      expect(answer.query).not.toBe('')
      expect(new Set(answer.figures.map(keyOf))).toEqual(new Set(busy.map(({ ref }) => keyOf({ subject: whole(ref) }))))
      for (const { value } of answer.figures) expect(value).toBeGreaterThan(0)
    })

    it('splits a model into its versions without losing a request', async () => {
      const { source, busy } = await setup()
      const [model, version] = await Promise.all(
        (['model', 'version'] as const).map((by) => source.figures('request_rate', { models: busy, by }, now)),
      )
      expect(version?.figures.some((figure) => figure.subject.version !== null)).toBe(true)
      for (const { ref } of busy) expect(total(version, ref)).toBeCloseTo(total(model, ref), 6)
    })

    it('puts the quantiles of a model between those of its versions, p50 below p95 below p99', async () => {
      const { source, busy } = await setup()
      const ask = (signal: SignalName, by: 'model' | 'version') => source.figures(signal, { models: busy, by }, now)
      const [p50, p95, p99] = await Promise.all([
        ask('latency_p50', 'model'),
        ask('latency_p95', 'model'),
        ask('latency_p99', 'model'),
      ])
      const versions = await ask('latency_p95', 'version')
      for (const { ref } of busy) {
        const [low = 0, middle = 0, high = 0] = [p50, p95, p99].map((answer) => total(answer, ref))
        expect(low).toBeGreaterThan(0)
        expect(middle).toBeGreaterThanOrEqual(low)
        expect(high).toBeGreaterThanOrEqual(middle)
        const each = figuresOf(versions, ref).flatMap(({ value }) => (value === null ? [] : [value]))
        expect(middle).toBeGreaterThanOrEqual(Math.min(...each) * 0.999)
        expect(middle).toBeLessThanOrEqual(Math.max(...each) * 1.001)
      }
    })

    it('has an error ratio of 0 with traffic and no failure, and none without traffic', async () => {
      const { source, busy, flawless, idle } = await setup()
      const models = [...busy, ...(idle ? [idle] : [])]
      const answer = await source.figures('error_ratio', { models, by: 'model' }, now)
      for (const { ref } of busy) {
        expect(total(answer, ref)).toBeGreaterThanOrEqual(0)
        expect(total(answer, ref)).toBeLessThanOrEqual(1)
      }
      expect(flawless ? total(answer, flawless) : 0).toBe(0)
      expect(figuresOf(answer, idle?.ref).filter(({ value }) => value !== null)).toEqual([])
    })

    it('answers a range on an aligned grid, gaps included', async () => {
      const { source, busy } = await setup()
      const answer = await source.series('request_rate', { models: busy, by: 'model' }, lastHour, 61)
      expect(answer.from % answer.stepMs).toBe(0)
      expect(answer.to % answer.stepMs).toBe(0)
      expect(answer.series.length).toBeGreaterThan(0)
      const count = (answer.to - answer.from) / answer.stepMs + 1
      expect(count).toBeLessThanOrEqual(61)
      const grid = Array.from({ length: count }, (_, index) => answer.from + index * answer.stepMs)
      for (const { samples } of answer.series) expect(samples.map(([at]) => at)).toEqual(grid)
      for (const { ref } of busy) {
        const line = answer.series.find(({ subject }) => subject.ref.name === ref.name)
        expect(line?.samples.at(-1)?.[1]).toBeGreaterThan(0)
      }
    })

    it('never draws through what was not scraped', async () => {
      const { source, gap } = await setup()
      if (!gap) return
      const range: TimeRange = { kind: 'absolute', from: gap.from - 10 * minuteMs, to: gap.to + 10 * minuteMs }
      const answer = await source.series('request_rate', { models: [gap.model], by: 'model' }, range, 200)
      const within = answer.series
        .flatMap(({ samples }) => samples)
        .filter(([at]) => at > gap.from + 6 * minuteMs && at <= gap.to)
      expect(within.length).toBeGreaterThan(0)
      expect(within.every(([, value]) => value === null)).toBe(true)
      const values = answer.series.flatMap(({ samples }) => samples).filter(([, value]) => value !== null)
      expect(values.length).toBeGreaterThan(0)
    })

    it('answers a time before its first sample with no value', async () => {
      const { source, busy } = await setup()
      const range: TimeRange = { kind: 'absolute', from: 1_000_000_000_000, to: 1_000_000_000_000 + hourMs }
      const answer = await source.series('request_rate', { models: busy, by: 'version' }, range, 50)
      expect(answer.series.flatMap(({ samples }) => samples).filter(([, value]) => value !== null)).toEqual([])
    })

    it('leaves out what is not asked for and gives an unknown model nothing', async () => {
      const { source, busy, absent } = await setup()
      const one = await source.figures('request_rate', { models: busy.slice(0, 1), by: 'version' }, now)
      expect(new Set(one.figures.map(({ subject }) => subject.ref.name))).toEqual(new Set([busy[0].ref.name]))
      const none = await source.figures('request_rate', { models: [absent], by: 'model' }, now)
      expect(none.figures.filter(({ value }) => value !== null)).toEqual([])
      const nothing = await source.figures('request_rate', { models: [], by: 'model' }, now)
      expect(nothing.figures).toEqual([])
    })

    it('answers for more models than a query can name', async () => {
      const { source, busy, absent } = await setup()
      const many = Array.from({ length: 300 }, (_, index) => ({
        ref: { ...absent.ref, name: `${absent.ref.name}-${index}` },
        serving: null,
      }))
      const answer = await source.figures('request_rate', { models: [...many, ...busy], by: 'model' }, now)
      const few = await source.figures('request_rate', { models: busy, by: 'model' }, now)
      expect(new Set(answer.figures.map(keyOf))).toEqual(new Set(few.figures.map(keyOf)))
    })

    it('asks safely for names that could end a query', async () => {
      const { source, busy } = await setup()
      const hostile = ['"} or vector(1) #', '\\', 'a\nb', '.*', '${name}', 'π|ß'].map((name) => ({
        ref: { ...busy[0].ref, name },
        serving: null,
      }))
      const answer = await source.figures('request_rate', { models: hostile, by: 'model' }, now)
      expect(answer.figures).toEqual([])
    })

    it('answers as of an earlier time', async () => {
      const { source, busy } = await setup()
      const when = { windowMs: 5 * minuteMs, offsetMs: 10 * minuteMs }
      const [before, after] = await Promise.all([
        source.figures('request_rate', { models: busy, by: 'model' }, when),
        source.figures('request_rate', { models: busy, by: 'model' }, now),
      ])
      expect(Math.abs(after.at - before.at - when.offsetMs)).toBeLessThan(minuteMs)
      expect(before.figures.length).toBeGreaterThan(0)
    })

    it('keeps scores within 0..1 and drift by feature', async () => {
      const { source, registered } = await setup()
      const figures = async (signal: SignalName, by: 'model' | 'version') =>
        source.supports(signal) === true ? (await source.figures(signal, { models: registered, by }, now)).figures : []
      const scores = await figures('quality_f1', 'version')
      expect(new Set(scores.map(keyOf)).size).toBe(scores.length)
      expect(scores.filter(({ value }) => value !== null && (value < 0 || value > 1))).toEqual([])
      const drifts = await figures('drift', 'model')
      expect(drifts.filter(({ subject }) => subject.labels['feature'] === undefined)).toEqual([])
    })

    it('lists what is served and belongs to no model', async () => {
      const { source, busy, registered } = await setup()
      const all = await source.listUnmatched([])
      expect(all.length).toBeGreaterThanOrEqual(busy.length)
      const rates = all.map(({ requestRate }) => requestRate ?? 0)
      expect(rates).toEqual(rates.toSorted((a, b) => b - a))
      const rest = await source.listUnmatched(registered)
      expect(rest.length).toBeLessThanOrEqual(all.length - busy.length)
    })

    it('says how it asks for each signal, or why not', async () => {
      const { source } = await setup()
      const { signals, placeholders } = await source.plan()
      expect(signals.map(({ name }) => name)).toEqual(signalNames)
      for (const { name, query, reason } of signals) {
        expect(query !== null).toBe(source.supports(name) === true)
        expect(reason === null).toBe(query !== null)
      }
      expect(placeholders.length).toBeGreaterThan(0)
    })

    it('answers a query that is tried as it answers its own, and tells what belongs to no model', async () => {
      const { source, busy } = await setup()
      const { signals } = await source.plan()
      const query = signals.find(({ name }) => name === 'request_rate')?.query ?? ''
      const selection = { models: busy, by: 'version' } as const
      const [own, tried] = await Promise.all([source.figures('request_rate', selection, now), source.preview('request_rate', query, selection, now)])
      for (const { ref } of busy) expect(total(tried, ref)).toBeCloseTo(total(own, ref), 6)
      expect(tried.figures.map(keyOf)).toEqual(own.figures.map(keyOf))
      const alone = await source.preview('request_rate', query, { models: [], by: 'version' }, now)
      expect(alone.figures).toEqual([])
      expect(alone.strangers.length).toBeGreaterThanOrEqual(tried.figures.length)
    })

    it('refuses a query that cannot be asked, in words', async () => {
      const { source, busy } = await setup()
      const attempt = (query: string) => source.preview('request_rate', query, { models: busy, by: 'model' }, now)
      for (const query of ['', 'sum(', 'sum by ($by) (rate(x{$selector}[$nothing]))']) {
        await expect(attempt(query)).rejects.toMatchObject({ name: 'SourceError', kind: 'rejected', message: expect.stringMatching(/\w/) })
      }
    })

    it('stops with the reason of whoever stops it', async () => {
      const { source, busy } = await setup()
      const reason = new Error('left the page')
      const asked = source.figures('request_rate', { models: busy, by: 'model' }, now, AbortSignal.abort(reason))
      await expect(asked).rejects.toBe(reason)
    })

    it('knows the figures', async () => {
      const { source, registered, known = [], tolerance = 1e-9 } = await setup()
      for (const expected of known) {
        const by = expected.version === null ? 'model' : 'version'
        const { figures } = await source.figures(expected.signal, { models: registered, by }, now)
        const values = figures.filter((figure) => fits(figure, expected)).flatMap(({ value }) => value ?? [])
        const { value } = expected
        const agree = values.every((found) => Math.abs(found - (value ?? 0)) <= tolerance * Math.abs(value ?? 0))
        expect({ ...expected, found: agree && values.length === 1 ? [value] : values }).toEqual({
          ...expected,
          found: value === null ? [] : [value],
        })
      }
    })
  })
}

/** A source whose server is not there: `setup` makes one at an address where nothing listens. */
export function unreachableMonitoringContract(name: string, setup: () => MonitoringSource): void {
  it(`${name} says that its server is not there`, async () => {
    const error: unknown = await setup().info().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ kind: 'unreachable', retryable: true })
  })
}

function whole(ref: ModelRef): Subject {
  return { ref, version: null, labels: {} }
}

function keyOf({ subject }: Pick<Figure, 'subject'>): string {
  const { ref, version, labels } = subject
  return JSON.stringify([ref.source, ref.name, version, labels])
}

function fits({ subject }: Figure, { model, version, labels = {} }: KnownFigure): boolean {
  const agree = Object.entries(labels).every(([label, value]) => subject.labels[label] === value)
  return subject.ref.name === model && subject.version === version && agree
}

function figuresOf(answer: FigureSet | undefined, ref: ModelRef | undefined): readonly Figure[] {
  return (answer?.figures ?? []).filter(
    ({ subject }) => subject.ref.source === ref?.source && subject.ref.name === ref.name,
  )
}

/** NaN where there is no figure, so that no comparison holds. */
function total(answer: FigureSet | undefined, ref: ModelRef): number {
  const figures = figuresOf(answer, ref)
  return figures.length === 0 ? Number.NaN : figures.reduce((sum, { value }) => sum + (value ?? 0), 0)
}
