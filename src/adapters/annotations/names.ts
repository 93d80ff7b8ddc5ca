/** The tags that Modeldeck writes; docs/decisions-protocol.md and the README list them for other tools. */
export const tagNames = {
  lifecycle: 'modeldeck.lifecycle',
  sunset: 'modeldeck.sunset',
  replacement: 'modeldeck.replacement',
  reason: 'modeldeck.reason',
  changed: 'modeldeck.changed',
  pending: 'modeldeck.pending',
  owner: 'modeldeck.owner',
  task: 'modeldeck.task',
  kind: 'modeldeck.kind',
  policy: 'modeldeck.policy',
  serving: 'modeldeck.serving',
  retrain: 'modeldeck.retrain',
  /** On a version or its run: how its tests went, in the last words of pytest or unittest. */
  tests: 'modeldeck.tests',
} as const

/** Tags of which there may be many; an id follows. */
export const tagPrefixes = {
  change: 'modeldeck.change.',
  intent: 'modeldeck.intent.',
  request: 'modeldeck.request.',
  comment: 'modeldeck.comment.',
  card: 'modeldeck.card.',
} as const

/** Tags by name, as a registry holds them. */
export type Tags = Readonly<Record<string, string>>

/** The value of a tag; an empty one counts as absent, because no command deletes a tag of a version. */
export function tagValue(tags: Tags, name: string): string | null {
  return Object.hasOwn(tags, name) ? tags[name]?.trim() || null : null
}
