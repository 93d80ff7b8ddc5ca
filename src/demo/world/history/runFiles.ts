import type { ModelSpec } from '@/demo/world/catalog/modelSpec'
import { cardText, type CardFacts } from './card'
import { evaluationFiles } from './evaluationFiles'
import type { VersionQuality } from './quality'

/** What a training run keeps beside the model: card, confusion matrix, evaluation, test report. */
export function runFiles(seed: string, spec: ModelSpec, quality: VersionQuality, facts: CardFacts, startedAt: number): ReadonlyMap<string, string> {
  const own = spec.version?.[facts.version]
  const files = new Map<string, string>()
  const card = cardText(own?.card ?? cardGrade(spec, facts.version), spec, facts)
  if (card !== null) files.set('MODEL_CARD.md', card)
  if (quality.kind === 'classifier') files.set('confusion_matrix.json', confusionText(spec, quality.confusion))
  files.set('evaluation/metrics.json', JSON.stringify(Object.fromEntries(facts.figures), null, 2))
  for (const [path, text] of evaluationFiles(seed, spec, facts.version, quality)) files.set(path, text)
  files.set('tests/junit.xml', junitText(spec, own?.failingTests ?? [], startedAt))
  return files
}

/** Good habits grow: the oldest third of a model's versions has a thinner card. */
function cardGrade(spec: ModelSpec, version: number) {
  if (version > spec.versions / 3 || spec.card === 'empty' || spec.card === 'none') return spec.card
  return 'thin'
}

function confusionText(spec: ModelSpec, c: { truePositives: number; falsePositives: number; falseNegatives: number; trueNegatives: number }): string {
  const [negative = 'negative', positive = 'positive'] = spec.classes
  return JSON.stringify(
    { labels: [negative, positive], matrix: [[c.trueNegatives, c.falsePositives], [c.falseNegatives, c.truePositives]], rows: 'actual', columns: 'predicted' },
    null,
    2,
  )
}

/** What `pytest --junit-xml` writes. */
function junitText(spec: ModelSpec, failing: readonly string[], startedAt: number): string {
  const passing = ['test_loads', 'test_predicts_one_row', 'test_rejects_missing_column', 'test_scores_within_bounds', 'test_latency_budget', 'test_reproducible']
  const suite = spec.name.replaceAll(/[^\w-]/g, '_')
  const cases = [
    ...passing.map((name) => `    <testcase classname="tests.test_${suite}" name="${name}" time="0.214" />`),
    ...failing.map(
      (name) =>
        `    <testcase classname="tests.test_${suite}" name="${name}" time="0.731">\n      <failure message="AssertionError">assert False</failure>\n    </testcase>`,
    ),
  ]
  const time = new Date(startedAt).toISOString().replace('Z', '+00:00')
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n  <testsuite name="pytest" errors="0" failures="${failing.length}" skipped="0" tests="${cases.length}" time="${(cases.length * 0.3).toFixed(3)}" timestamp="${time}" hostname="ci">\n${cases.join('\n')}\n  </testsuite>\n</testsuites>\n`
}
