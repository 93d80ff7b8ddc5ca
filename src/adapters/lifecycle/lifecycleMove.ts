import type { Intent } from '@/adapters/annotations'
import { lifecycleOf, tagNames } from '@/adapters/annotations'
import { registryStages } from '@/domain/lifecycle'
import type { Move, Observation, Position } from './move'
import type { RegistryPrimitives, VersionState } from './primitives'

// The word comes last: until it stands, the details beside it mean nothing.
const written = [tagNames.sunset, tagNames.replacement, tagNames.reason, tagNames.lifecycle] as const

/** The lifecycle tags of a version as they are; absent and empty are the same. */
export function lifecycleTags(version: VersionState): Record<string, string> {
  return Object.fromEntries(written.map((tag) => [tag, version.tags[tag] ?? '']))
}

/** Writes the lifecycle tags of one version, and its stage where the plan names one. */
export function lifecycleMove(p: RegistryPrimitives, name: string, intent: Intent): Move {
  const stageAfter = stageWord(intent.plan['stage'])
  const stageBefore = stageWord(intent.undo['stage']) ?? 'None'
  // Only our own four tags: whoever can write an intent must not be able to have others overwritten.
  const wanted = (tag: string) => (tag === tagNames.reason ? intent.plan[tag] ?? intent.change.reason : intent.plan[tag])
  const after = new Map<string, string | undefined>(written.map((tag) => [tag, wanted(tag)]))
  const before = new Map<string, string | undefined>(written.map((tag) => [tag, intent.undo[tag] ?? '']))

  const write = async (values: ReadonlyMap<string, string | undefined>, check: () => Promise<void>) => {
    const { tags } = await p.getVersion(name, intent.version)
    for (const [tag, value] of values) {
      if (value === undefined || (tags[tag] ?? '') === value) continue
      await check()
      await p.setVersionTag(name, intent.version, tag, value)
    }
  }
  const moveStage = async (stage: StageWord | null, check: () => Promise<void>) => {
    if (p.stages === 'none' || stageAfter === null || stage === null) return
    const now = (await p.getVersion(name, intent.version)).stage ?? 'None'
    if (now === stage) return
    await check()
    await p.transitionStage(name, intent.version, stage, false)
  }

  return {
    observe: async (state) => ({ state, version: await p.getVersion(name, intent.version) }),
    found: ({ version }) => (version ? lifecycleOf(version.tags).lifecycle.state : null),
    position(seen) {
      const stage = p.stages === 'none' || stageAfter === null ? null : { after: stageAfter, before: stageBefore }
      return positionOf(seen, after, before, stage)
    },
    async apply(check) {
      await moveStage(stageAfter, check)
      await write(after, check)
    },
    async undo(check) {
      await write(before, check)
      await moveStage(stageBefore, check)
    },
  }
}

type StageWord = (typeof registryStages)[number] | 'None'

function stageWord(text: string | null | undefined): StageWord | null {
  return text === 'None' ? text : (registryStages.find((stage) => stage === text) ?? null)
}

function positionOf(
  { version }: Observation,
  after: ReadonlyMap<string, string | undefined>,
  before: ReadonlyMap<string, string | undefined>,
  stage: { after: StageWord; before: StageWord } | null,
): Position {
  if (!version) return 'other'
  const facts = [...after].flatMap(([tag, value]) =>
    value === undefined ? [] : [{ now: version.tags[tag] ?? '', after: value, before: before.get(tag) ?? '' }],
  )
  if (stage) facts.push({ now: version.stage ?? 'None', ...stage })
  if (facts.every((f) => f.now === f.after)) return 'after'
  if (facts.every((f) => f.now === f.before)) return 'before'
  return facts.every((f) => f.now === f.after || f.now === f.before) ? 'part' : 'other'
}
