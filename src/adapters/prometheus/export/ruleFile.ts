import { Document } from 'yaml'
import type { EpochMs } from '@/domain/time'
import type { AlertingRule } from './alertingRule'

export interface RuleGroup {
  name: string
  rules: readonly AlertingRule[]
}

export const ruleFileName = 'modeldeck-rules.yml'

/** What Prometheus can say of the limits, and what it cannot. */
const ruleNotes: readonly string[] = [
  'The rules need Prometheus 2.42 or later: keep_firing_for bridges gaps and dips of less than 10 minutes, so an alert ends that much later than the trouble.',
  'Prometheus has no setting for “recover”: the expression asks ALERTS whether the alert fires already. That holds as long as one server evaluates the rules and keeps ALERTS; after a longer restart an alert between its limit and “recover” ends.',
  'A figure that is absent is not low: that a model is gone, no rule here tells.',
]

/** A rule file of Prometheus as YAML. */
export function ruleFile(groups: readonly RuleGroup[], now: EpochMs): string {
  const document = new Document({ groups })
  document.commentBefore = comment([
    `Alerting rules of the limits in Modeldeck, written ${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    'Name this file under "rule_files" in prometheus.yml. To check it: promtool check rules ' + ruleFileName,
    '',
    ...ruleNotes,
  ])
  return yamlText(document)
}

/** Lines of comment, folded at about 110 characters. */
export function comment(paragraphs: readonly string[]): string {
  return paragraphs.flatMap((text) => (text === '' ? [''] : (text.match(/.{1,108}(?:\s|$)/g) ?? [text]))).map((line) => ` ${line.trimEnd()}`.trimEnd()).join('\n')
}

/** Long texts stay on their lines: a query is copied whole. */
export function yamlText(document: Document): string {
  return document.toString({ lineWidth: 0, blockQuote: 'literal' })
}
