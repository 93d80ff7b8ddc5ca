import { describeChange } from '@/domain/change'
import { versionWords } from '@/domain/words'
import type { Gate } from './gate'
import { unknown } from './gate'

export const versionReady: Gate = {
  id: 'version_ready',
  title: 'Version is ready and not retired',
  actions: ['promote', 'rollback'],
  defaultLevel: 'required',
  overridable: true,
  rule: 'Fails while the registry has not finished storing the version, or could not, and when the version is deprecated or archived.',
  evaluate({ candidate }) {
    const { version, status, lifecycle } = candidate
    const base = { value: lifecycle === 'active' ? status : lifecycle, threshold: 'ready, active', evidence: 'versions' } as const
    const name = `Version ${version}`
    if (lifecycle !== 'active') return { ...base, verdict: 'fail', sentence: `${name} is ${lifecycle}.` }
    if (status === 'ready') return { ...base, verdict: 'pass', sentence: `${name} is ready.` }
    if (status === 'unknown') return { ...base, verdict: 'unknown', sentence: `The registry does not say whether version ${version} is ready.` }
    const why = status === 'pending' ? 'is still being registered' : 'could not be registered'
    return { ...base, verdict: 'fail', sentence: `${name} ${why}.` }
  },
}

export const registryUnchanged: Gate = {
  id: 'registry_unchanged',
  title: 'Nothing changed since the page was opened',
  actions: ['promote', 'rollback', 'deprecate', 'archive', 'restore'],
  defaultLevel: 'required',
  overridable: false,
  rule: 'Fails when the champion is another than the one on screen, or somebody else’s decision on the model is under way.',
  evaluate({ registry }) {
    if (registry === null) return unknown('The registry did not answer, so it is not known what it holds now.', 'as on screen')
    const { seenChampion, champion, openIntent } = registry
    const base = { value: words(champion), threshold: words(seenChampion), evidence: 'history' } as const
    if (openIntent)
      return {
        ...base,
        verdict: 'fail',
        sentence: `${openIntent.actor} ${describeChange({ ...openIntent, version: openIntent.to })}: finish or revert it first.`,
      }
    if (champion !== seenChampion)
      return { ...base, verdict: 'fail', sentence: `Production is ${words(champion)} now; the page was opened with ${words(seenChampion)}.` }
    return { ...base, verdict: 'pass', sentence: `Production is still ${words(champion)}.` }
  },
}

export const rollbackExists: Gate = {
  id: 'rollback_target',
  title: 'There is a version to roll back to',
  actions: ['promote'],
  defaultLevel: 'advisory',
  overridable: true,
  rule: 'Warns when no earlier version could take over again; does not apply to a model’s first promotion.',
  evaluate({ rollbackTarget, registry }) {
    const base = { threshold: 'one', evidence: 'versions' } as const
    if (rollbackTarget)
      return { ...base, verdict: 'pass', value: versionWords(rollbackTarget.version), sentence: `Version ${rollbackTarget.version} can take over again.` }
    if (rollbackTarget === undefined || registry?.champion === null)
      return { ...base, verdict: 'not-applicable', value: '', sentence: 'Nothing is in production yet.' }
    return { ...base, verdict: 'warn', value: 'none', sentence: 'No earlier version could take over again: they are retired, failed or gone.' }
  },
}

function words(version: string | null): string {
  return version === null ? 'nothing' : versionWords(version)
}
