import { intentsOf } from '@/adapters/annotations'
import type { FakeModel } from '@/adapters/lifecycle/fakeRegistry'
import type { Scene } from '@/adapters/lifecycle/fakeScenes'
import { scenes } from '@/adapters/lifecycle/fakeScenes'
import { endsOf, liesOf, unresolved } from '@/adapters/lifecycle/faultJudge'
import type { RequestScene } from '@/adapters/requests/requestFaults'
import { liesAboutRequest, requestScenes } from '@/adapters/requests/requestFaults'
import type { CommandOutcome, RegistrySource, RequestOutcome } from '@/ports/registry'
import type { Registry } from './registry'

type Unanswered = { status: 'failed'; message: string } | { status: 'closed' }

/** What is left after a fault, and whoever comes next. */
interface Aftermath {
  /** The registry itself, without anything in between. */
  registry: Registry
  name: string
  /** A client that has seen nothing. */
  next: RegistrySource
  how: 'finish' | 'revert'
}

/** One command on a model where it makes sense. */
export interface Subject {
  title: string
  held: () => FakeModel
  run: (client: RegistrySource, name: string) => Promise<CommandOutcome | RequestOutcome>
  /** What is untrue or cannot be ended; empty: nothing. */
  judge: (ending: CommandOutcome | RequestOutcome | Unanswered, after: Aftermath) => Promise<string[]>
}

/** How often something was left open and ended afterwards. */
export const counts = { finish: 0, revert: 0 }

function ofDecision(scene: Scene): Subject {
  const ends = endsOf(scene)
  return {
    title: scene.title,
    held: scene.model,
    run: (client, name) => client.execute({ ...scene.command, model: { source: client.id, name } }),
    async judge(ending, { registry, name, next, how }) {
      if ('request' in ending) return ['not the end of a decision']
      const held = await registry.read(name)
      const wrong = liesOf(held, scene, ending, await ends)
      const [open] = intentsOf(held.tags).intents
      if (open === undefined) return wrong
      const shown = (await next.listChanges(name)).filter(({ status }) => status === 'intended')
      if (shown.length !== 1) wrong.push('an open decision is not shown')
      counts[how] += 1
      const outcome = await next.resolveIntent(name, open.change.id, how, { name: 'next visitor', kind: 'self-declared' })
      return [...wrong, ...unresolved(await registry.read(name), scene, how, outcome, await ends)]
    },
  }
}

function ofRequest({ title, start, act, holds }: RequestScene): Subject {
  return {
    title: `${title} a request`,
    held: start,
    run: (client, name) => act(client, { source: client.id, name }),
    async judge(ending, { registry, name, next }) {
      if (ending.status === 'busy' || 'change' in ending || 'found' in ending) return ['not the end of a request']
      const held = await registry.read(name)
      const wrong = liesAboutRequest(held, ending, holds(held))
      // The next visitor repeats it, and finds it done or does it.
      const repeated = await act(next, { source: next.id, name }).catch((error: unknown) => String(error))
      return holds(await registry.read(name)) ? wrong : [...wrong, `repeating it: ${JSON.stringify(repeated)}`]
    },
  }
}

// Each kind of command, with stages where they change what it sends; the others differ only in what they start from.
const kinds = ['promote where stages are used', 'roll back', 'deprecate', 'archive where stages are used', 'restore', 'file', 'approve']

/** The commands that are tried. */
export const subjects: readonly Subject[] = kinds.map((kind) => {
  const decision = scenes.find(({ title }) => title === kind)
  const request = requestScenes.find(({ title }) => title === kind)
  if (decision) return ofDecision(decision)
  if (request) return ofRequest(request)
  throw new Error(`There is no scene ${kind}`)
})
