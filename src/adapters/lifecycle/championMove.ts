import type { Intent } from '@/adapters/annotations'
import { registryStages } from '@/domain/lifecycle'
import type { Move } from './move'
import type { ModelState, RegistryPrimitives } from './primitives'

/** The version in production: the alias, else the stage. A dangling alias counts as what it names. */
export function championOf(p: RegistryPrimitives, state: ModelState): string | null {
  return aliasOf(state, p.aliasNames.production) ?? (p.stages === 'used' ? (state.stages.Production ?? null) : null)
}

export function aliasOf(state: ModelState, alias: string): string | null {
  return Object.hasOwn(state.aliases, alias) ? (state.aliases[alias] ?? null) : null
}

/**
 * Moves the production alias, and the stage Production with it where the model uses stages. The stage goes
 * first: a registry that refuses it (they are deprecated) then leaves the alias alone.
 */
export function championMove(p: RegistryPrimitives, name: string, intent: Intent): Move {
  const { from, to } = intent.change
  const aliasBefore = intent.undo['alias'] ?? null
  const holderBefore = p.stages === 'used' ? (intent.undo['stageHolder'] ?? null) : null
  const stageBefore = registryStages.find((stage) => stage === intent.undo['stage']) ?? 'None'
  const alias = p.aliasNames.production

  const stageAt = (state: ModelState) => {
    if (holderBefore === null || state.stages.Production === to) return 'after'
    return state.stages.Production === holderBefore ? 'before' : 'other'
  }

  return {
    observe: (state) => Promise.resolve({ state, version: null }),
    found: ({ state }) => championOf(p, state),
    position({ state }) {
      const version = aliasOf(state, alias)
      const stage = stageAt(state)
      // With the alias in place, a stage that somebody else moved since is theirs.
      if (version === to) return stage === 'before' ? 'part' : 'after'
      if (version !== aliasBefore && version !== from) return 'other'
      if (stage === 'other') return 'other'
      return holderBefore !== null && stage === 'after' ? 'part' : 'before'
    },
    async apply(check) {
      const state = await p.readModel(name)
      if (stageAt(state) === 'before') {
        await check()
        await p.transitionStage(name, to, 'Production', true)
      }
      if (aliasOf(state, alias) === to) return
      await check()
      await p.setAlias(name, alias, to)
    },
    async undo(check) {
      const state = await p.readModel(name)
      if (aliasOf(state, alias) === to && to !== aliasBefore) {
        await check()
        // Where only the stage named the champion, naming it by the alias too needs less permission
        // than taking the alias away.
        const back = aliasBefore ?? from
        await (back === null ? p.deleteAlias(name, alias) : p.setAlias(name, alias, back))
      }
      if (holderBefore === null) return
      if (state.stages.Production === to) {
        await check()
        await p.transitionStage(name, holderBefore, 'Production', true)
      }
      const { stage } = await p.getVersion(name, to)
      if ((stage ?? 'None') === stageBefore) return
      await check()
      await p.transitionStage(name, to, stageBefore, false)
    },
  }
}
