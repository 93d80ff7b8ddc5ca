import type { LabelMatcher } from '@/demo/world/metricStore'
import { compileRegexp } from './regexp'

export type Labels = Readonly<Record<string, string>>

/** Whether one label value satisfies a matcher; an absent label has the value "". */
export function compileMatcher(matcher: LabelMatcher): (value: string) => boolean {
  if (matcher.op === '=') return (value) => value === matcher.value
  if (matcher.op === '!=') return (value) => value !== matcher.value
  const pattern = compileRegexp(matcher.value)
  const wanted = matcher.op === '=~'
  return (value) => pattern.test(value) === wanted
}

/** Whether a label set satisfies all matchers. */
export function compileMatchers(matchers: readonly LabelMatcher[]): (labels: Labels) => boolean {
  const tests = matchers.map((matcher) => [matcher.name, compileMatcher(matcher)] as const)
  return (labels) => tests.every(([name, test]) => test(labels[name] ?? ''))
}
