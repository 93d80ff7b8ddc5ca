import { hash32, noiseAt } from '@/demo/world/random'
import { dayMs, type EpochMs, hourMs } from '@/domain/time'
import { type Behaviour, behaviourOf } from './behaviour'
import { type LatencyProfile, latencyProfile } from './latency'
import { Ledger } from './ledger'
import type { Rhythm } from './rhythm'
import type { Slots } from './slots'
import type { ServedModel } from './servedModel'
import type { Segment } from './timeline'

/** One version that serves or served, with all that its series are made of. */
export interface ServedVersion {
  model: ServedModel
  version: number
  behaviour: Behaviour
  latency: LatencyProfile
  ledger: Ledger
  /** The labels that its scrapes add. */
  target: { model: string; version: string; job: string; instance: string }
  /** Labelled predictions of the last seven days. */
  labelled(at: EpochMs): number
}

export function servedVersion(model: ServedModel, version: number, rhythm: Rhythm, slots: Slots, segments: readonly Segment[]): ServedVersion {
  const behaviour = behaviourOf(model, version)
  const noiseKey = hash32(`${model.label}/${version}`)
  const requestsPerMs = model.traffic.requestsPerSecond / 1000
  const ledger = new Ledger({ version, requestsPerMs, rhythm, slots, behaviour, noiseKey }, segments)
  const slug = model.label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  const perWeek = model.traffic.labelledPerWeek ?? Math.round(500 + 3500 * noiseAt(hash32(model.label), 7))
  return {
    model,
    version,
    behaviour,
    latency: latencyProfile(behaviour.p95Ms),
    ledger,
    target: { model: model.label, version: String(version), job: 'serving', instance: `${slug}-v${version}:8080` },
    labelled: hourly((at) => Math.round(perWeek * ledger.meanShare(at - 7 * dayMs, at, version === model.challenger))),
  }
}

/** Labels are counted once an hour. */
function hourly(count: (at: EpochMs) => number): (at: EpochMs) => number {
  let [known, value] = [Number.NaN, 0]
  return (at) => {
    const hour = Math.floor(at / hourMs) * hourMs
    if (hour !== known) [known, value] = [hour, count(hour)]
    return value
  }
}
