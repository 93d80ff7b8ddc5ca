import { describe, expect, it } from 'vitest'
import { createWorld, type World } from '@/demo/world/world'
import { dayMs, hourMs, minuteMs } from '@/domain/time'
import type { ActiveAlert } from './evaluation'
import { renderTemplate } from './template'

const now = Date.parse('2026-11-24T12:00:00Z')
const startWorld = (): World => createWorld({ seed: 'test', now, realNow: () => now })

async function active(world: World): Promise<readonly ActiveAlert[]> {
  return (await world.alerting.groups()).flatMap(({ rules }) => rules.flatMap(({ alerts }) => alerts))
}

async function alertNamed(world: World, name: string): Promise<ActiveAlert | undefined> {
  return (await active(world)).find(({ labels }) => labels['alertname'] === name)
}

describe('the rules over the world', () => {
  it('begin with what they judge: a release, a recall that sinks, a drift', async () => {
    const world = startWorld()
    const errors = await alertNamed(world, 'HighErrorRatio')
    expect(errors?.labels).toEqual({ alertname: 'HighErrorRatio', model: 'freight-price', version: '18', severity: 'critical' })
    expect(errors?.annotations['summary']).toMatch(/^4\.\d+% of the requests to freight-price v18 fail\.$/)
    // Released three hours ago; the rate looks back on five minutes.
    expect(now - (errors?.activeAt ?? 0)).toBeGreaterThan(2.8 * hourMs)
    expect(now - (errors?.activeAt ?? 0)).toBeLessThan(3 * hourMs)
    expect(errors?.firedAt).toBe((errors?.activeAt ?? 0) + 5 * minuteMs)
    const recall = await alertNamed(world, 'RecallLow')
    expect(recall?.value).toBeLessThan(0.8)
    expect(now - (recall?.activeAt ?? 0)).toBeGreaterThan(dayMs)
    expect((await alertNamed(world, 'FeatureDrift'))?.firedAt).toBeNull()
  })

  it('keep since when an alert holds while it does, in a world that goes on and in one that was left and found again', async () => {
    const world = startWorld()
    const before = await active(world)
    world.clock.advance(2 * minuteMs)
    const after = await active(world)
    expect(after.map(({ activeAt }) => activeAt)).toEqual(before.map(({ activeAt }) => activeAt))
    const again = startWorld()
    again.replay(world.journal)
    expect((await active(again)).map(({ activeAt }) => activeAt)).toEqual(after.map(({ activeAt }) => activeAt))
  })

  it('are evaluated once each half minute, and again when the registry changes', async () => {
    const world = startWorld()
    expect(world.alerting.groups()).toBe(world.alerting.groups())
    const first = await world.alerting.groups()
    world.write({ kind: 'set-alias', model: 'freight-price', alias: 'champion', version: 17 })
    expect(await world.alerting.groups()).not.toBe(first)
  })

  it('hold one that nobody has noticed to be broken', async () => {
    const rules = (await startWorld().alerting.groups()).flatMap((group) => group.rules)
    expect(rules.filter(({ error }) => error !== null).map(({ rule, error }) => [rule.alert, error])).toEqual([['QueueGrows', expect.stringContaining('many-to-many')]])
  })
})

it.each([
  ['{{ $labels.model }} v{{$labels.version}}', 'm v7'],
  ['{{ $labels.none }}', ''],
  ['{{ $value }}', '0.04123'],
  ['{{ $value | humanizePercentage }}', '4.123%'],
  ['{{ $value | printf "%.2f" }}', '0.04'],
  ['{{ $externalURL }} {{ $value | unknown }}', '{{ $externalURL }} {{ $value | unknown }}'],
])('the template %s', (template, expected) => {
  expect(renderTemplate(template, { model: 'm', version: '7' }, 0.04123)).toBe(expected)
})
