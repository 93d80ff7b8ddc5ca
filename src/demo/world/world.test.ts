import { describe, expect, test } from 'vitest'
import type { RegistryState } from './registryState'
import { createWorld, type World } from './world'

const now = Date.UTC(2026, 2, 3, 10)
const minute = 60_000

function world(seed = 'test', at = now): World {
  return createWorld({ seed, now: at, realNow: () => at })
}

/** Everything that a client could read of a registry, as text. */
function contents({ models, runs, loggedModels }: RegistryState): string {
  return JSON.stringify({
    models: [...models.values()].map((m) => ({ ...m, tags: [...m.tags], aliases: [...m.aliases], versions: [...m.versions.values()].map((v) => ({ ...v, tags: [...v.tags] })) })),
    runs: [...runs.values()].map((r) => [r.id, r.metrics, [...r.params], [...r.tags], [...r.files()], r.history(r.metrics.at(-1)?.key ?? '')]),
    logged: [...loggedModels.values()].map((l) => [l.id, [...l.tags], [...l.files()]]),
  })
}

const requests = [{ name: '__name__', op: '=', value: 'model_requests_total' }] as const

/** Requests of the hour before the start and of what came since. */
function lastHour(w: World) {
  return w.metrics.select(requests, now - 60 * minute, w.clock.now()).map(({ labels, samples }) => [labels, samples])
}

describe('one seed is one world', () => {
  test('the same seed and time give the same registry and the same samples', () => {
    const [one, other] = [world(), world()]
    expect(contents(one.registry)).toBe(contents(other.registry))
    expect(lastHour(one)).toEqual(lastHour(other))
  })

  test('another seed gives another world', () => {
    expect(contents(world('a').registry)).not.toBe(contents(world('b').registry))
  })

  test('what was asked before changes no answer', () => {
    const [fresh, used] = [world(), world()]
    used.metrics.select([], now - 30 * 24 * 60 * minute, now - 29 * 24 * 60 * minute)
    used.metrics.select(requests, now - 5 * minute, now)
    expect(lastHour(used)).toEqual(lastHour(fresh))
  })
})

describe('the company', () => {
  test('has 24 models with 3 to 40 versions, every version with a run but one', () => {
    const models = [...world().registry.models.values()].filter((m) => !m.tags.has('mlflow.prompt.is_prompt'))
    expect(models).toHaveLength(24)
    expect(models.filter((model) => model.versions.size < 3 || model.versions.size > 40).map((model) => model.name)).toEqual([])
    const withoutRun = models.flatMap((m) => [...m.versions.values()].filter((v) => v.runId === ''))
    expect(withoutRun).toHaveLength(1)
  })

  test('holds a dangling alias, a model on stages, one without either, a NaN and a name that looks like markup', () => {
    const { models, runs } = world().registry
    const dwell = models.get('container-dwell-time')
    expect(dwell?.versions.has(dwell.aliases.get('champion') ?? 0)).toBe(false)
    expect(models.get('customs-code')?.aliases.size).toBe(0)
    expect([...(models.get('customs-code')?.versions.values() ?? [])].map((v) => v.stage)).toContain('Production')
    expect(models.get('next-best-offer')?.aliases.size).toBe(0)
    expect([...runs.values()].some((run) => run.metrics.some((m) => Number.isNaN(m.value)))).toBe(true)
    expect([...models.keys()].some((name) => name.includes('<img') && name.includes('"') && !/[/:]/.test(name))).toBe(true)
  })

  test('versions grow younger, and nobody was promoted before being registered', () => {
    for (const model of world().registry.models.values()) {
      const versions = [...model.versions.values()]
      versions.slice(1).forEach((version, i) => expect(version.createdAt).toBeGreaterThan(versions[i]?.createdAt ?? 0))
      for (const version of versions) {
        for (const [key, value] of version.tags) {
          if (!key.startsWith('modeldeck.change.')) continue
          const record: { id: string; at: string } = JSON.parse(value)
          expect(key).toBe(`modeldeck.change.${record.id}`)
          expect(record.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
          expect(Date.parse(record.at)).toBeGreaterThan(version.createdAt)
          expect(value.length).toBeLessThan(5000)
        }
      }
    }
  })

  test('a metric’s history ends at its last value, and the F1 agrees with the confusion matrix', () => {
    for (const run of world().registry.runs.values()) {
      for (const metric of run.metrics) {
        expect(run.history(metric.key).at(-1)).toEqual(metric)
      }
      const file = run.files().get('confusion_matrix.json')
      const f1 = run.metrics.find((m) => m.key === 'test_f1')?.value
      if (file === undefined || f1 === undefined || Number.isNaN(f1)) continue
      const { matrix }: { matrix: [[number, number], [number, number]] } = JSON.parse(file)
      const [[, fp], [fn, tp]] = matrix
      expect((2 * tp) / (2 * tp + fp + fn)).toBeCloseTo(f1, 9)
    }
  })
})

describe('the journal', () => {
  test('replayed on a fresh world, brings back registry, time, persona and samples', () => {
    const first = world()
    first.write({ kind: 'set-alias', model: 'claim-fraud', alias: 'champion', version: 13 })
    first.clock.advance(20 * minute)
    first.write({ kind: 'set-version-tag', model: 'claim-fraud', version: 13, key: 'k', value: 'v' })
    first.setPersona('reader')
    const again = world()
    again.replay(JSON.parse(JSON.stringify(first.journal)))
    expect(contents(again.registry)).toBe(contents(first.registry))
    expect(again.clock.now()).toBe(first.clock.now())
    expect(again.persona.id).toBe('reader')
    expect(again.journal).toEqual(first.journal)
    expect(lastHour(again)).toEqual(lastHour(first))
  })
})
