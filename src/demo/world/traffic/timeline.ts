import type { ModelRecord } from '@/demo/world/registryState'
import { dayMs, type EpochMs } from '@/domain/time'
import type { ServedModel } from './servedModel'

/** From an instant on, how the requests are divided. */
export interface Segment {
  from: EpochMs
  shares: ReadonlyMap<number, number>
}

/** How long the traffic takes to move to a new champion, and in how many steps. */
const rampMs = 120_000
const rampSteps = 8
/** What a visitor's new challenger gets to see. */
const canaryShare = 0.05

/**
 * Who serves how much of one model, over time: the past champions of the story, then what the registry
 * says after each change. Side shares (a canary, a caller that never moved) stay while their version is there.
 */
export class Timeline {
  readonly #model: ServedModel
  readonly #start: EpochMs
  #segments: Segment[] = []
  #champion: number | null = null
  #challenger: number | null

  constructor(model: ServedModel, start: EpochMs, since: EpochMs) {
    this.#model = model
    this.#start = start
    this.#challenger = model.challenger
    this.#champion = model.promotions.findLast(([, days]) => start - days * dayMs <= since)?.[0] ?? null
    this.#segments.push({ from: since, shares: this.#division(since) })
    const changes = [
      ...model.promotions.map(([version, days]) => ({ at: start - days * dayMs, version })),
      ...Object.keys(model.sideShare).map((version) => ({ at: this.#sideFrom(Number(version)), version: null })),
    ]
    for (const { at, version } of changes.toSorted((a, b) => a.at - b.at)) {
      if (at <= since) continue
      if (version !== null) this.#champion = version
      this.#moveTo(Math.round(at))
    }
  }

  get segments(): readonly Segment[] {
    return this.#segments
  }

  /** Reads the registry again; `true` where the division of the requests changed. */
  update(record: ModelRecord | undefined, at: EpochMs): boolean {
    const champion = productionOf(record) ?? this.#champion
    const challenger = record?.aliases.get('challenger') ?? null
    if (champion === this.#champion && challenger === this.#challenger) return false
    this.#champion = champion
    this.#challenger = challenger
    this.#moveTo(at)
    return true
  }

  /** Moves from what holds at `at` to the new division. A move under way is left where it is. */
  #moveTo(at: EpochMs): void {
    this.#segments = this.#segments.filter((segment) => segment.from <= at)
    const before = this.#segments.at(-1)?.shares ?? new Map<number, number>()
    const after = this.#division(at + rampMs)
    const versions = new Set([...before.keys(), ...after.keys()])
    for (let step = 1; step <= rampSteps; step++) {
      const done = step / rampSteps
      const mixed = [...versions].map((version) => [version, (before.get(version) ?? 0) * (1 - done) + (after.get(version) ?? 0) * done] as const)
      this.#segments.push({ from: at + (rampMs * (step - 1)) / rampSteps, shares: new Map(mixed.filter(([, share]) => share > 0)) })
    }
  }

  #division(at: EpochMs): ReadonlyMap<number, number> {
    const side = Object.entries(this.#model.sideShare)
      .map(([version, share]) => [Number(version), share] as const)
      .filter(([version]) => version !== this.#champion && at >= this.#sideFrom(version))
      .filter(([version]) => version !== this.#model.challenger || version === this.#challenger)
    const chosen = this.#challenger
    if (chosen !== null && chosen !== this.#champion && chosen !== this.#model.challenger) side.push([chosen, canaryShare])
    const rest = 1 - side.reduce((sum, [, share]) => sum + share, 0)
    return new Map(this.#champion === null ? side : [...side, [this.#champion, rest]])
  }

  /** A canary begins soon after its version was registered; any other side share was always there. */
  #sideFrom(version: number): EpochMs {
    const daysOld = this.#model.spec?.version?.[version]?.daysOld
    return daysOld === undefined ? Number.NEGATIVE_INFINITY : this.#start - (daysOld - 0.4) * dayMs
  }
}

/** The champion's alias, else the newest version in the stage Production; `null`: the registry does not say. */
function productionOf(record: ModelRecord | undefined): number | null {
  const alias = record?.aliases.get('champion')
  if (record === undefined) return null
  if (alias !== undefined) return record.versions.has(alias) ? alias : null
  return [...record.versions.values()].findLast((version) => version.stage === 'Production')?.version ?? null
}
