import { hash32, noiseAt } from '@/demo/world/random'
import type { EpochMs } from '@/domain/time'
import { minuteMs } from '@/domain/time'
import { outcomes } from './behaviour'
import { smoothNoise } from './rhythm'
import type { Family, SeriesSource } from './seriesSource'
import type { ServedVersion } from './servedVersion'

const partitions = [0, 1, 2, 3] as const
const always = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]] as const

/** What waits for a model: in the topic that it reads, or in the queue before it. */
export function streamFamilies(versions: readonly ServedVersion[]): readonly Family[] {
  const streaming = versions.filter(({ model }) => model.spec?.kind === 'streaming')
  const own = streaming.filter(({ model }) => model.spec?.consumer === undefined)
  const reading = streaming.filter(({ model }) => model.spec?.consumer !== undefined)
  const queued = versions.filter(({ model }) => model.traffic.outsideKubernetes !== true)
  return [
    gauges('model_stream_lag_messages', own, (version, at) => Math.round(version.ledger.rateAt(at) * behindSeconds(version, at))),
    gauges('model_stream_lag_seconds', own, (version, at) => Math.round(behindSeconds(version, at) * 100) / 100),
    { name: 'model_stream_messages_total', sources: own.map(messages) },
    { name: 'kafka_consumergroup_lag', sources: ofGroups('kafka_consumergroup_lag', reading, (group, at) => Math.round(sum(group, (version) => (version.ledger.rateAt(at) * behindSeconds(version, at)) / partitions.length))) },
    offsets(reading),
    gauges('model_queue_depth', queued, queueDepth),
    gauges('model_queue_oldest_age_seconds', queued.filter(({ model }) => model.spec?.kind === 'asynchronous'), (version, at) => {
      const rate = version.ledger.rateAt(at)
      return rate === 0 ? 0 : Math.round((queueDepth(version, at) / rate) * 130) / 100
    }),
  ]
}

function gauges(name: string, versions: readonly ServedVersion[], value: (version: ServedVersion, at: EpochMs) => number): Family {
  return {
    name,
    sources: versions.map((version) => ({ labels: { __name__: name, ...version.target }, lives: version.ledger.lives(), values: (times) => times.map((at) => value(version, at)) })),
  }
}

function messages(version: ServedVersion): SeriesSource {
  return {
    labels: { __name__: 'model_stream_messages_total', ...version.target },
    lives: version.ledger.lives(),
    values: (times, reading) => {
      const columns = reading.outcomes(version.ledger, times)
      return times.map((_, i) => outcomes.reduce((all, _outcome, k) => all + (columns[k]?.[i] ?? 0), 0))
    },
  }
}

/** A second or two, and a few minutes a day in which the readers are moved to other partitions. */
function behindSeconds({ target }: ServedVersion, at: EpochMs): number {
  const key = hash32(`${target.model}/stream`)
  const moving = noiseAt(key, Math.floor(at / (20 * minuteMs))) < 0.03 ? 25 * Math.sin(((at % (20 * minuteMs)) / (20 * minuteMs)) * Math.PI) : 0
  return Math.max(0.2, 1.2 + 0.5 * smoothNoise(key, at, 5 * minuteMs) + moving)
}

/** Grows with the load, and for what is answered later far more than for what somebody waits for. */
function queueDepth(version: ServedVersion, at: EpochMs): number {
  const { model, behaviour } = version
  const load = version.ledger.rateAt(at) / model.traffic.requestsPerSecond
  const key = hash32(`${version.target.instance}/queue`)
  const slow = behaviour.errorRatio > 5 * model.traffic.errorRatio ? 6 : 1
  const patient = model.spec?.kind === 'asynchronous' ? 90 : 2.2
  const wave = 1 + 0.6 * smoothNoise(key, at, 10 * minuteMs) + 0.25 * smoothNoise(key ^ 5, at, minuteMs)
  return Math.max(0, Math.floor(load * load * patient * slow * Math.max(0, wave)))
}

function groupsOf(versions: readonly ServedVersion[]): ReadonlyMap<string, readonly ServedVersion[]> {
  const groups = new Map<string, ServedVersion[]>()
  for (const version of versions) {
    const group = version.model.spec?.consumer ?? ''
    groups.set(group, [...(groups.get(group) ?? []), version])
  }
  return groups
}

function ofGroups(name: string, versions: readonly ServedVersion[], value: (group: readonly ServedVersion[], at: EpochMs) => number): readonly SeriesSource[] {
  return [...groupsOf(versions)].flatMap(([consumergroup, group]) =>
    partitions.map((partition) => ({
      labels: { __name__: name, job: 'kafka', instance: 'kafka-exporter:9308', consumergroup, topic: `${consumergroup}-events`, partition: String(partition) },
      lives: always,
      values: (times) => times.map((at) => value(group, at)),
    })),
  )
}

function offsets(versions: readonly ServedVersion[]): Family {
  const name = 'kafka_consumergroup_current_offset'
  const sources = [...groupsOf(versions)].flatMap(([consumergroup, group]) =>
    partitions.map((partition): SeriesSource => ({
      labels: { __name__: name, job: 'kafka', instance: 'kafka-exporter:9308', consumergroup, topic: `${consumergroup}-events`, partition: String(partition) },
      lives: always,
      values: (times, reading) => {
        const all = group.map(({ ledger }) => reading.outcomes(ledger, times))
        return times.map((_, i) => Math.floor(all.reduce((total, columns) => total + columns.reduce((own, column) => own + (column[i] ?? 0), 0), 0) / partitions.length))
      },
    })),
  )
  return { name, sources }
}

function sum(versions: readonly ServedVersion[], value: (version: ServedVersion) => number): number {
  return versions.reduce((all, version) => all + value(version), 0)
}
