import type { RegistryState } from '@/demo/world/registryState'
import type { EpochMs } from '@/domain/time'
import { Rhythm } from './rhythm'
import { type ServedModel, servedModels } from './servedModel'
import { type ServedVersion, servedVersion } from './servedVersion'
import { Slots } from './slots'
import { Timeline } from './timeline'

interface Member {
  model: ServedModel
  timeline: Timeline
  rhythm: Rhythm
  versions: Map<number, ServedVersion>
}

/** All serving processes of the company, following the registry. */
export class Fleet {
  readonly #slots: Slots
  readonly #members: readonly Member[]

  constructor(start: EpochMs, since: EpochMs) {
    this.#slots = new Slots(since, start)
    this.#members = servedModels.map((model) => {
      const member = {
        model,
        timeline: new Timeline(model, start, since),
        rhythm: new Rhythm(model.label, model.traffic.rhythm, this.#slots),
        versions: new Map<number, ServedVersion>(),
      }
      startVersions(member, this.#slots)
      return member
    })
  }

  get versions(): readonly ServedVersion[] {
    return this.#members.flatMap(({ versions }) => [...versions.values()])
  }

  /** `true`: the traffic of the model moves. */
  registryChanged(registry: RegistryState, name: string, at: EpochMs): boolean {
    const member = this.#members.find(({ model }) => model.name === name)
    if (member === undefined || !member.timeline.update(registry.models.get(name), at)) return false
    for (const { ledger } of member.versions.values()) ledger.reroute(member.timeline.segments, at)
    startVersions(member, this.#slots)
    return true
  }
}

/** Starts what the timeline names and does not run yet. */
function startVersions({ model, timeline, rhythm, versions }: Member, slots: Slots): void {
  const named = new Set(timeline.segments.flatMap(({ shares }) => [...shares.keys()]))
  for (const version of named) {
    if (!versions.has(version)) versions.set(version, servedVersion(model, version, rhythm, slots, timeline.segments))
  }
}
