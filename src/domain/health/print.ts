import { statusWords } from './assess'
import type { Finding, HealthRule } from './rule'
import { healthRules } from './rules'
import { burnRates, defaultThresholds } from './thresholds'

const levelWords: Readonly<Record<Finding['level'], string>> = {
  failing: statusWords.failing,
  'at-risk': statusWords['at-risk'],
  hint: 'hint',
}

/** The text of docs/health.md, printed from the table that judges. */
export function printHealthRules(): string {
  return `# When is a model at risk?

<!-- Printed from src/domain/health; a test keeps it equal. -->

Every judgement comes from one rule of this table. The worst finding gives the status:

- **${statusWords.failing}**, **${statusWords['at-risk']}**: at least one rule says so, and its sentence stands beside the status. Of several findings on one topic the most severe speaks, and of equals the first.
- **${statusWords.stale}**: nothing is known to be wrong, but the figures are old.
- **${statusWords['no-data']}**: no rule on requests, errors, latency, batches, live quality or drift had data. A registry alone cannot say that a model is well.
- **${statusWords.ok}**: at least one of those rules had data, and none found anything.

A rule whose figure was not configured, or whose limit is not set, says nothing. One that has no data, or too little, is listed as not judged, with the reason. A hint asks for attention and changes no status.

| Rule | Looks at | Default threshold | Finds | For example |
|---|---|---|---|---|
${healthRules.map(row).join('\n')}

Thresholds come from the model's policy, else the deployment's, else this table: keys \`error_ratio\`, \`latency_p95\`, \`request_rate\`, \`drift\`, \`batch_late\` (in intervals), \`f1\`, \`accuracy\`, \`precision\`, \`recall\`. Where no \`error_ratio\` is set but an availability objective is, errors are at risk from ${burnRates.warn} times the error budget and failing from ${burnRates.critical} times ([burn rates](https://sre.google/workbook/alerting-on-slos/)); the objective's latency is the limit of p95 where none is set.

A judgement is of the figures of now and has no memory, so \`for\` and \`recover\` change none of it. They belong to the alerts that [the same limits make](alerts.md): such an alert goes on until the figure is back past \`recover\`, and as long as it fires \`alert_fires\` passes it on.
`
}

function row(rule: HealthRule): string {
  const levels = rule.levels.map((level) => levelWords[level]).join(', ')
  return `| ${rule.title} (\`${rule.id}\`) | ${rule.looksAt} | ${rule.threshold(defaultThresholds)} | ${levels} | ${rule.example} |`
}
