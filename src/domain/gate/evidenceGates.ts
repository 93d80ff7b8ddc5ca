import { samePerson } from '@/domain/request'
import { countWords } from '@/domain/words'
import type { Gate } from './gate'
import { notApplicable, unknown } from './gate'

export const lineagePresent: Gate = {
  id: 'lineage',
  title: 'Code, run and data are known',
  actions: ['promote'],
  defaultLevel: 'advisory',
  overridable: true,
  rule: 'Warns when the version does not name its commit, its run or its training data.',
  evaluate({ lineage }) {
    if (lineage === undefined) return notApplicable('This registry keeps no lineage.')
    if (lineage === null) return unknown('The version’s lineage could not be read.')
    const missing = (['commit', 'run', 'data'] as const).filter((part) => lineage[part] === null)
    const base = { threshold: 'commit, run, data', evidence: 'run' } as const
    if (missing.length === 0)
      return { ...base, verdict: 'pass', value: 'complete', sentence: 'Commit, run and data are recorded.' }
    return { ...base, verdict: 'warn', value: `without ${missing.join(', ')}`, sentence: `Not recorded: ${missing.join(', ')}.` }
  },
}

export const documented: Gate = {
  id: 'documentation',
  title: 'The version is documented',
  actions: ['promote'],
  defaultLevel: 'advisory',
  overridable: true,
  rule: 'Fails when the version has neither a model card nor a description; warns under 20 words.',
  evaluate({ documentation }) {
    const base = { threshold: 'card or description', evidence: 'docs' } as const
    if (documentation === undefined) return notApplicable('This registry keeps no documents.')
    if (documentation === null || documentation.words === 0)
      return { ...base, verdict: 'fail', value: 'none', sentence: 'There is neither a model card nor a description.' }
    const { words, origin } = documentation
    const value = `${countWords(words)} words`
    if (words < 20) return { ...base, verdict: 'warn', value, sentence: `${origin} says little: ${value}.` }
    return { ...base, verdict: 'pass', value, sentence: `${origin} has ${value}.` }
  },
}

export const testsGreen: Gate = {
  id: 'tests',
  title: 'Tests are green',
  actions: ['promote'],
  defaultLevel: 'advisory',
  overridable: true,
  rule: 'Fails when a test of the version’s run failed; unknown when there is no report or nothing ran.',
  evaluate({ tests }) {
    if (tests === undefined) return notApplicable('No test report is configured.')
    if (tests === null) return unknown('The version’s run has no readable test report.', 'all pass')
    const { passed, failed, skipped, failedNames } = tests
    const ran = passed + failed
    const base = { threshold: 'all pass', value: `${passed} of ${ran} pass`, n: ran, evidence: 'artifacts' } as const
    const aside = skipped > 0 ? ` (${skipped} skipped)` : ''
    if (failed > 0) {
      const named = failedNames.slice(0, 3).join(', ')
      const more = failed > 3 && named !== '' ? ' and others' : ''
      return { ...base, verdict: 'fail', sentence: `${failed} of ${ran} tests failed${aside}${named === '' ? '' : `: ${named}${more}`}.` }
    }
    if (ran === 0) return { ...base, verdict: 'unknown', sentence: `No test ran${aside}.` }
    return { ...base, verdict: 'pass', sentence: `All ${ran} tests pass${aside}.` }
  },
}

export const noCriticalAlert: Gate = {
  id: 'no_critical_alert',
  title: 'No critical alert fires',
  actions: ['promote'],
  defaultLevel: 'required',
  overridable: true,
  rule: 'Fails while a critical alert of the model fires; warns for others. A rollback does not ask.',
  evaluate({ alerts }) {
    if (alerts === undefined) return notApplicable('No source of alerts is configured.')
    if (alerts === null) return unknown('The source of alerts did not answer.', 'none')
    const critical = alerts.filter(({ severity }) => severity === 'critical')
    const base = { threshold: 'none critical', evidence: 'alerts' } as const
    const named = (critical.length > 0 ? critical : alerts).map(({ name }) => name).join(', ')
    if (critical.length > 0)
      return { ...base, verdict: 'fail', value: `${critical.length} critical`, sentence: `A critical alert fires: ${named}.` }
    if (alerts.length > 0) return { ...base, verdict: 'warn', value: `${alerts.length} firing`, sentence: `Fires, not critical: ${named}.` }
    return { ...base, verdict: 'pass', value: 'none', sentence: 'No alert fires.' }
  },
}

export const twoPeople: Gate = {
  id: 'two_people',
  title: 'Another person approved',
  actions: ['promote'],
  defaultLevel: 'off',
  overridable: true,
  rule: 'Fails without a request, or when requester and approver are one person. Passes only between people whom the registry or the sign-in knows; with self-declared names it warns.',
  evaluate({ approval }) {
    const base = { threshold: 'two people', evidence: 'requests' } as const
    if (approval === null) return unknown('Requests and approvals could not be read.', base.threshold)
    const requester = approval?.requester
    const approver = approval?.approver
    if (!requester) return { ...base, verdict: 'fail', value: 'no request', sentence: 'Nobody else has asked for this: file a request first.' }
    if (!approver) return { ...base, verdict: 'fail', value: requester.name, sentence: `${requester.name} asked; nobody has approved yet.` }
    const value = `${requester.name}, ${approver.name}`
    if (samePerson(requester.name, approver.name))
      return { ...base, verdict: 'fail', value, sentence: `${requester.name} asked and approved: somebody else must.` }
    if (requester.kind === 'authenticated' && approver.kind === 'authenticated')
      return { ...base, verdict: 'pass', value, sentence: `${requester.name} asked, ${approver.name} approved.` }
    return {
      ...base,
      verdict: 'warn',
      value,
      sentence: `${requester.name} asked, ${approver.name} approved, but at least one name is self-declared: nothing proves that they are two people.`,
    }
  },
}
