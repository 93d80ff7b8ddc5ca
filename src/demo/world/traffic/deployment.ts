import { hash32, noiseAt } from '@/demo/world/random'
import { hourMs, minuteMs, type EpochMs } from '@/domain/time'
import { smoothNoise } from './rhythm'
import type { ServedVersion } from './servedVersion'

const mebibyte = 1024 ** 2
/** What Kubernetes makes the ends of names of. */
const letters = 'bcdfghjklmnpqrstvwxz2456789'
/** Cores that a pod may use. */
export const cpuLimit = 2
/** Cores of a pod that are meant to be busy in working hours. */
const wantedLoad = 0.9
/** Share of a request's time that is spent computing. */
const computing = 0.35
/** What the pods get to, on average over the working hours, where they have more to do than they can. */
const strained = 0.7
/** A leak takes this long to fill a pod, which then starts again. */
const leakMs = 7 * hourMs
const restartMs = 12 * minuteMs

/** What Kubernetes runs of one version. */
export interface Deployment {
  name: string
  pods: readonly Pod[]
  memoryLimit: number
  /** Share of a request's time that is spent computing: less, where it waits for its turn. */
  computing: number
  /** Share of its periods in which a pod waits for its limit of CPU in working hours. */
  throttled: number
  /** Pods that answer. */
  available(at: EpochMs): number
}

export interface Pod {
  name: string
  /** Its part of the requests. */
  share: number
  memory(at: EpochMs): number
}

const footprint: Readonly<Record<string, number>> = { sklearn: 210, lightgbm: 260, xgboost: 320, pytorch: 880, transformers: 1500 }

/** `null`: it runs elsewhere. */
export function deploymentOf(version: ServedVersion): Deployment | null {
  const { model, behaviour, latency } = version
  if (model.traffic.outsideKubernetes === true) return null
  const key = hash32(`${version.target.instance}/pods`)
  const name = `${slug(model.name ?? model.label)}-v${version.version}`
  const cores = model.traffic.requestsPerSecond * computing * (0.75 * latency.mean.fast + 0.25 * latency.mean.slow)
  const count = Math.min(6, Math.max(model.traffic.requestsPerSecond > 3 ? 2 : 1, Math.ceil(cores / wantedLoad)))
  const base = (footprint[model.spec?.flavor ?? 'sklearn'] ?? 210) * mebibyte
  const memoryLimit = Math.ceil((base * 2) / (256 * mebibyte)) * 256 * mebibyte
  // A release that fails several times as often as its model does also leaks, and is cut off where it computes.
  const leaks = behaviour.errorRatio > 5 * model.traffic.errorRatio
  const leak = (pod: number, at: EpochMs) => (leaks ? (((at + (pod * leakMs) / count) % leakMs) + leakMs) % leakMs : Number.POSITIVE_INFINITY)
  const shares = Array.from({ length: count }, (_, pod) => 0.9 + 0.2 * noiseAt(key, pod))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const set = ending(key, -1, 9)
  return {
    name,
    memoryLimit,
    computing: computing * Math.min(1, (strained * count * cpuLimit) / cores),
    throttled: Math.min(0.4, 0.01 + 9 * behaviour.errorRatio),
    available: (at) => shares.filter((_, pod) => leak(pod, at) > restartMs).length,
    pods: shares.map((share, pod) => ({
      name: `${name}-${set}-${ending(key, pod, 5)}`,
      share: share / total,
      memory: (at) => {
        const steady = base * (1 + 0.06 * smoothNoise(key + pod, at, hourMs))
        const since = leak(pod, at)
        return Math.round(since === Number.POSITIVE_INFINITY ? steady : steady + (memoryLimit - steady) * 0.97 * (since / leakMs))
      },
    })),
  }
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}

function ending(key: number, pod: number, length: number): string {
  return Array.from({ length }, (_, i) => letters[Math.floor(noiseAt(key ^ (pod + 7), i) * letters.length)] ?? 'x').join('')
}
