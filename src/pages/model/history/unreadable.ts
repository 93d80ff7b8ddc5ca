import type { PlacedChange } from '@/domain/change'
import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion } from '@/domain/version'
import type { UnreadableRecord } from '@/ports/registry'

const intentTag = 'modeldeck.intent.'

/**
 * Records that cannot be read: those that the versions loaded so far complain of, and decisions under way that
 * the model's tags name while `changes` does not know them.
 */
export function unreadableOf(
  model: RegisteredModel | undefined,
  versions: readonly ModelVersion[],
  changes: readonly PlacedChange[],
): readonly UnreadableRecord[] {
  const known = new Set(changes.map(({ id }) => id))
  const lost = Object.keys(model?.tags ?? {}).filter((tag) => tag.startsWith(intentTag) && !known.has(tag.slice(intentTag.length)))
  return [
    ...lost.flatMap((field) =>
      model ? [{ model: model.ref, version: null, problem: { field, message: 'This unfinished decision cannot be read.' } }] : [],
    ),
    ...versions.flatMap(({ ref, problems }) =>
      problems
        .filter(({ field }) => field.startsWith('modeldeck.change.'))
        .map((problem) => ({ model: { source: ref.source, name: ref.name }, version: ref.version, problem })),
    ),
  ]
}
