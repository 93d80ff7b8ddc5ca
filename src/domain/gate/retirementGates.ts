import { countWords, daysWords } from '@/domain/words'
import type { Gate } from './gate'
import { notApplicable, unknown } from './gate'

export const replacementNamed: Gate = {
  id: 'replacement',
  title: 'A replacement is named',
  actions: ['deprecate'],
  defaultLevel: 'required',
  overridable: true,
  rule: 'Fails when the champion is deprecated without a replacement; warns for other versions.',
  evaluate({ replacement, candidate, registry }) {
    const base = { threshold: 'one', evidence: 'versions' } as const
    if (replacement) return { ...base, verdict: 'pass', value: replacement, sentence: `Callers are sent to ${replacement}.` }
    if (registry?.champion === candidate.version)
      return { ...base, verdict: 'fail', value: 'none', sentence: 'The version is in production: name what replaces it.' }
    return { ...base, verdict: 'warn', value: 'none', sentence: 'Callers are not told what to use instead.' }
  },
}

export const notInProduction: Gate = {
  id: 'not_in_production',
  title: 'The version is not in production',
  actions: ['archive'],
  defaultLevel: 'required',
  overridable: false,
  rule: 'Fails for the champion: promote another version first.',
  evaluate({ candidate, registry }) {
    if (registry === null) return unknown('The registry did not answer, so it is not known what is in production.')
    const base = { value: registry.champion ?? 'nothing', threshold: `not ${candidate.version}`, evidence: 'versions' } as const
    if (registry.champion === candidate.version)
      return { ...base, verdict: 'fail', sentence: `Version ${candidate.version} is in production: promote another first.` }
    return { ...base, verdict: 'pass', sentence: `Version ${candidate.version} is not in production.` }
  },
}

export const noTraffic: Gate = {
  id: 'no_traffic',
  title: 'Nobody calls the version',
  actions: ['archive'],
  defaultLevel: 'required',
  overridable: true,
  rule: 'Fails when the version had requests in the days before; unknown where monitoring cannot say. Unknown is never zero.',
  evaluate({ traffic }) {
    if (traffic === undefined) return notApplicable('Monitoring is not configured, or cannot tell versions apart.')
    if (traffic === null || traffic.requests === null)
      return unknown('Monitoring could not say whether the version is still called.', 'no request')
    const { requests, days } = traffic
    const base = { value: countWords(requests), threshold: `0 in ${daysWords(days)}`, n: requests, evidence: 'serving' } as const
    if (requests > 0)
      return { ...base, verdict: 'fail', sentence: `It had ${countWords(requests)} requests in the last ${daysWords(days)}.` }
    return { ...base, verdict: 'pass', sentence: `It had no request in the last ${daysWords(days)}.` }
  },
}
