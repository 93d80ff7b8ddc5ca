import { averageRank, fillerWords, splitRank, splitWords } from './metricName'
import { knownMetrics, metricTable } from './metricTable'

/** The text of docs/metrics.md: the rule of {@link recognise}, printed from the tables that carry it out. */
export function printMetricRule(): string {
  const splits = splitRank.map((split) =>
    split === 'bare' ? 'no split named' : splitWords[split].map(code).join(', '),
  )
  const averages = averageRank.map((average) => (average === null ? 'none named' : code(average)))
  return `# Which logged metric is the F1?

<!-- Printed from src/domain/quality; a test keeps it equal. -->

Runs log the same measure under many names. Modeldeck recognises a name in four steps and always shows the name as it was logged.

1. The name is cut into lower-case words at every character that is no letter or digit, and where a capital follows a small letter: \`testF1Score\`, \`test/f1-score\` and \`test_f1_score\` are the same.
2. Words that name the split or the average are noted and taken out, and so are fillers (${fillerWords.map(code).join(', ')}) and the digit after a split (\`valid_0-auc\`).
3. What remains must be exactly one of the names below. \`1_f1-score\` (one class), \`precision_at_10\`, \`balanced_accuracy\`, \`neg_log_loss\` and \`val_loss\` are therefore none of them.
4. Where a run logged a measure more than once, one is chosen:
   1. a name listed in the configuration, in its order;
   2. the split: ${splits.join(' > ')}. A training value is shown only when it is alone, and labelled so;
   3. a number before what is not a number;
   4. the average: ${averages.join(' > ')};
   5. the shorter name, then the alphabet.

| Measure | Better is | Recognised names |
|---|---|---|
${knownMetrics.map(row).join('\n')}

A classifier is judged by the first of ${labels('classification')} that it has; a regression by ${labels('regression')}. The task is the tag \`modeldeck.task\`, else what the measures are made for.

Further names are configured per measure, as \`{ "f1": ["our_f", "nightly/f"] }\`: a name that equals the logged one wins over every other, and one that equals what step 2 leaves is a synonym.
`
}

function row(metric: (typeof knownMetrics)[number]): string {
  const { label, higherIsBetter, names } = metricTable[metric]
  return `| ${label} (\`${metric}\`) | ${higherIsBetter ? 'higher' : 'lower'} | ${names.map(code).join(', ')} |`
}

function labels(task: 'classification' | 'regression'): string {
  return knownMetrics
    .filter((metric) => metricTable[metric].task === task)
    .map((metric) => metricTable[metric].label)
    .join(', ')
}

function code(word: string): string {
  return `\`${word}\``
}
