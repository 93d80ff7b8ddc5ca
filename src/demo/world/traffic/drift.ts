import { hash32, noiseAt } from '@/demo/world/random'
import { type EpochMs, hourMs } from '@/domain/time'
import { recallStory, sinking } from './quality'
import { smoothNoise } from './rhythm'
import type { ServedModel } from './servedModel'

/** The input that moves in the drift story, and how far (PSI; 0.25 is a large shift by the usual rule). */
const driftStory = { feature: 'claim_amount', to: 0.31 } as const

/** Population stability index of one input of a version against its training data. */
export function psiAt(model: ServedModel, version: number, feature: string, start: EpochMs): (at: EpochMs) => number {
  const key = hash32(`${model.label}/${version}/${feature}/psi`)
  const usual = 0.012 + 0.05 * noiseAt(key, 0)
  const moves = model.name === recallStory.model && version <= recallStory.lastAffectedVersion && feature === driftStory.feature
  return (at) => {
    const base = moves ? usual + (driftStory.to - usual) * sinking(at, start) : usual
    return Number(Math.max(0.001, base * (1 + 0.05 * smoothNoise(key, at, 6 * hourMs))).toFixed(4))
  }
}
