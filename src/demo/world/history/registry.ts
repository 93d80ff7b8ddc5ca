import { catalog } from '@/demo/world/catalog/catalog'
import type { RegistryState } from '@/demo/world/registryState'
import { dayMs, type EpochMs } from '@/domain/time'
import { addRegisteredModel } from './registeredModel'
import { setScenes } from './scenes'

/** The registry as it stands when the demo starts. */
export function initialRegistry(seed: string, start: EpochMs): RegistryState {
  const state: RegistryState = { models: new Map(), runs: new Map(), experiments: new Map(), loggedModels: new Map() }
  state.experiments.set('0', { id: '0', name: 'Default', createdAt: start - 900 * dayMs })
  catalog.forEach((spec, index) => {
    const id = String(index + 1)
    state.experiments.set(id, { id, name: `${spec.name} training`, createdAt: start - (880 - index) * dayMs })
    addRegisteredModel(state, seed, spec, id, start)
  })
  setScenes(state, seed, start)
  return state
}
