import type { AtThreshold } from '@/domain/evaluation/threshold'
import { Figure } from '@/ui/figures/Figure'
import { countText } from '@/ui/format/numbers'
import { Facts } from '@/ui/layout/Facts'
import styles from './Evaluation.module.css'

/** What the model does at a threshold, and what that means for the evaluated cases. */
export function ThresholdFacts({ at: { precision, recall, f1, falsePositiveRate, counts } }: { at: AtThreshold }) {
  return (
    <div aria-live="polite">
      <Facts
        layout="row"
        facts={[
          { name: 'Precision', value: <Figure value={precision} unit="score" absent="Without a precision-recall curve it needs the ROC curve and a confusion matrix." /> },
          { name: 'Recall', value: <Figure value={recall} unit="score" /> },
          { name: 'F1', value: <Figure value={f1} unit="score" absent="It needs precision and recall." /> },
          { name: 'False positive rate', value: <Figure value={falsePositiveRate} unit="ratio" absent="No ROC curve was kept." /> },
        ]}
      />
      {counts && (
        <p className={styles['quiet']}>
          Of {countText(counts.truePositives + counts.falseNegatives)} positives {countText(counts.truePositives)} are found and{' '}
          {countText(counts.falseNegatives)} missed; {countText(counts.falsePositives)} of {countText(counts.falsePositives + counts.trueNegatives)} negatives raise a
          false alarm.
        </p>
      )}
    </div>
  )
}
