import { describe, expect, it } from 'vitest'
import type { Labels } from '@/domain/alerts/alert'
import type { SilenceDraft } from '@/domain/alerts/silence'
import type { ServedModel } from '@/domain/model'
import { hourMs, minuteMs, secondMs } from '@/domain/time'
import type { AlertSource } from '@/ports/alerts'

/** What the source can do, beyond telling what fires. */
export interface AlertAbilities {
  rules: boolean
  silences: boolean
}

/** A source of alerts and what is known of it. */
export interface AlertSetup {
  source: AlertSource
  /** Registered, with an alert that fires now; the labels that identify it. */
  firing: { model: ServedModel; version: string | null; labels: Labels }
  /** Registered, without an alert. */
  calm: ServedModel
  /** An alert whose condition holds, not for long enough; only where the source evaluates rules. */
  pending?: Labels
  /** Lets time pass, as far as the source's clock goes by itself. */
  wait: (ms: number) => Promise<void>
}

type Setup = () => AlertSetup | Promise<AlertSetup>

/**
 * What every AlertSource promises, on whatever stands behind it: the simulated world, a real Prometheus, a
 * real Alertmanager. `setup` is called before each case.
 */
export function alertContract(name: string, abilities: AlertAbilities, setup: Setup): void {
  describe(`${name} is a source of alerts`, () => {
    it('says what it is', async () => {
      const { source } = await setup()
      const info = await source.info()
      expect(info).toMatchObject({ id: source.id, type: source.type })
      expect(info.product).not.toBe('')
    })

    it('lists what fires with its labels, its severity and since when', async () => {
      const { source, firing } = await setup()
      const { alerts } = await source.listAlerts()
      const found = alerts.find(({ labels }) => holdsAll(labels, firing.labels))
      expect(found).toMatchObject({ name: firing.labels['alertname'], severity: firing.labels['severity'] ?? null, sources: [source.id] })
      expect(found?.state).not.toBe('pending')
      expect(found?.since).toBeGreaterThan(0)
    })

    it('joins an alert to its model and version, and to no other', async () => {
      const { source, firing, calm } = await setup()
      const { alerts, join } = await source.listAlerts()
      const joined = join([firing.model, calm])
      const found = alerts.find(({ labels }) => holdsAll(labels, firing.labels))
      expect(found && joined.find(found.labels)).toEqual([{ ref: firing.model.ref, version: firing.version }])
      expect(alerts.flatMap(({ labels }) => joined.find(labels)).filter(({ ref }) => ref.name === calm.ref.name)).toEqual([])
      expect(join([]).find(firing.labels)).toEqual([])
    })

    it('stops with the reason of whoever stops it', async () => {
      const { source } = await setup()
      const reason = new Error('left the page')
      await expect(source.listAlerts(AbortSignal.abort(reason))).rejects.toBe(reason)
    })
  })
  if (abilities.rules) evaluatesRules(name, setup)
  else hasNoRules(name, setup)
  if (abilities.silences) keepsSilences(name, setup)
  else keepsNoSilences(name, setup)
}

function evaluatesRules(name: string, setup: Setup): void {
  describe(`${name} evaluates rules`, () => {
    it('knows what is pending', async () => {
      const { source, pending } = await setup()
      const { alerts } = await source.listAlerts()
      const waiting = alerts.filter(({ state }) => state === 'pending')
      expect(waiting.some(({ labels }) => holdsAll(labels, pending ?? { alertname: 'none' }))).toBe(true)
    })

    it('lists them with their state', async () => {
      const { source, firing } = await setup()
      const { rules } = await source.listRules()
      const rule = rules.find(({ name: called }) => called === firing.labels['alertname'])
      expect(rule).toMatchObject({ state: 'firing', error: null, query: expect.stringMatching(/./), forMs: expect.any(Number) })
    })
  })
}

function hasNoRules(name: string, setup: Setup): void {
  it(`${name} says that it has no rules, and nothing is pending`, async () => {
    const { source } = await setup()
    await expect(source.listRules()).rejects.toMatchObject({ kind: 'unsupported', source: source.id, advice: expect.stringContaining('config.json') })
    expect((await source.listAlerts()).alerts.filter(({ state }) => state === 'pending')).toEqual([])
  })
}

function keepsNoSilences(name: string, setup: Setup): void {
  it(`${name} says that it keeps no silences`, async () => {
    const { source, firing } = await setup()
    expect(source.silences).toBe('none')
    for (const refused of [source.listSilences(), source.silence(draftOf(firing.labels)), source.unsilence('a')]) {
      await expect(refused).rejects.toMatchObject({ kind: 'unsupported', source: source.id })
    }
  })
}

function keepsSilences(name: string, setup: Setup): void {
  describe(`${name} keeps silences`, () => {
    it('silences an alert, which fires on, and ends the silence', async () => {
      const { source, firing, wait } = await setup()
      const set = await source.silence(draftOf(firing.labels))
      expect(set).toMatchObject({ source: source.id, state: 'active', createdBy: 'Priya “P” Nair', comment: 'Known: a\nlong "story"' })
      expect(set.endsAt - set.startsAt).toBeGreaterThan(hourMs - minuteMs)
      expect(await source.listSilences()).toContainEqual(set)
      const silenced = (await source.listAlerts()).alerts.find(({ labels }) => holdsAll(labels, firing.labels))
      expect(silenced).toMatchObject({ state: 'suppressed' })
      expect(silenced?.silencedBy).toContain(set.id)

      const ended = await source.unsilence(set.id)
      expect(ended).toMatchObject({ id: set.id, matchers: set.matchers, createdBy: set.createdBy })
      if (ended.state !== 'expired') await wait(3 * secondMs)
      const after = (await source.listAlerts()).alerts.find(({ labels }) => holdsAll(labels, firing.labels))
      expect(after?.silencedBy ?? []).not.toContain(set.id)
      // Somebody else may have been quicker.
      expect(await source.unsilence(set.id)).toMatchObject({ id: set.id, state: 'expired' })
    })

    it('silences no other alert than those whose labels are named', async () => {
      const { source, firing } = await setup()
      const set = await source.silence(draftOf({ ...firing.labels, model: 'a"b\\c' }))
      const { alerts } = await source.listAlerts()
      expect(alerts.filter(({ silencedBy }) => silencedBy.includes(set.id))).toEqual([])
      expect(set.matchers).toContainEqual({ name: 'model', value: 'a"b\\c', isRegex: false, isEqual: true })
      await source.unsilence(set.id)
    })

    it('refuses a silence of everything, in the words of the server', async () => {
      const { source } = await setup()
      const everything: readonly Labels[] = [{}, { model: '' }]
      for (const matchers of everything) {
        await expect(source.silence(draftOf(matchers))).rejects.toMatchObject({ kind: 'rejected', source: source.id, message: expect.stringMatching(/at least (?:1|one)/) })
      }
    })

    it('does not know a silence that never was', async () => {
      const { source } = await setup()
      await expect(source.unsilence('2a7e8c36-ae2f-4a0e-9a5f-6e4a2b6f0ab1')).rejects.toMatchObject({ kind: 'not-found', source: source.id })
    })
  })
}

function draftOf(matchers: Labels): SilenceDraft {
  return { matchers, durationMs: hourMs, reason: 'Known: a\nlong "story"', actor: { name: 'Priya “P” Nair', kind: 'self-declared' } }
}

function holdsAll(labels: Labels, expected: Labels): boolean {
  return Object.entries(expected).every(([name, value]) => labels[name] === value)
}
