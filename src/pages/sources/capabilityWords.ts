import type { Capability } from '@/domain/capability'

/** What each ability means to a person. */
export const capabilityWords: Readonly<Record<Capability, string>> = {
  aliases: 'aliases such as champion',
  stages: 'stages',
  tags: 'tags',
  descriptions: 'descriptions',
  metrics: 'logged metrics',
  'metric-history': 'metrics over training steps',
  'logged-models': 'logged models',
  artifacts: 'files of a version',
  promote: 'promote and roll back',
  deprecate: 'deprecate, archive, restore',
  identity: 'says who you are',
  signals: 'traffic, errors and latency',
  'per-version-signals': 'figures per version',
  'quality-signals': 'quality in production',
  'drift-signals': 'drift of inputs',
  alerts: 'alerts',
  silences: 'silences: set and end them',
}
