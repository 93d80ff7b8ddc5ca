import type { NamingStyle } from '@/demo/world/catalog/modelSpec'
import { type Confusion, measuresOf, type VersionQuality } from './quality'

/**
 * What a run logs, under the names of its team's habit: the helpers of scikit-learn, Transformers'
 * Trainer, `mlflow.models.evaluate`, autolog and hand-written loops all differ.
 */
export function loggedNames(style: NamingStyle, quality: VersionQuality): readonly (readonly [key: string, value: number])[] {
  if (quality.kind === 'regressor') {
    const { mae, rmse, r2, mape } = quality.measures
    switch (style) {
      case 'evaluate':
        return [
          ['mean_absolute_error', mae], ['root_mean_squared_error', rmse], ['mean_squared_error', rmse * rmse],
          ['r2_score', r2], ['mean_absolute_percentage_error', mape],
        ]
      case 'bare':
        return [['MAE', mae], ['RMSE', rmse], ['R2', r2], ['MAPE', mape]]
      default: {
        const prefix = style === 'test/' ? 'test/' : style === 'val_' ? 'val_' : 'test_'
        return [[`${prefix}mae`, mae], [`${prefix}rmse`, rmse], [`${prefix}r2`, r2], [`${prefix}mape`, mape]]
      }
    }
  }
  const { accuracy, precision, recall, f1, rocAuc, logLoss } = quality.measures
  switch (style) {
    case 'report':
      return reportNames(quality.confusion)
    case 'evaluate':
      return [
        ['accuracy_score', accuracy], ['precision_score', precision], ['recall_score', recall], ['f1_score', f1],
        ['roc_auc', rocAuc], ['log_loss', logLoss], ['example_count', total(quality.confusion)],
      ]
    case 'bare':
      return [['accuracy', accuracy], ['precision', precision], ['recall', recall], ['f1_score', f1], ['auc', rocAuc]]
    case 'training_':
      return [
        ['training_accuracy_score', accuracy], ['training_precision_score', precision], ['training_recall_score', recall],
        ['training_f1_score', f1], ['training_roc_auc', rocAuc], ['training_log_loss', logLoss], ['training_score', accuracy],
      ]
    default:
      return [
        [`${style}accuracy`, accuracy], [`${style}precision`, precision], [`${style}recall`, recall], [`${style}f1`, f1],
        [`${style}roc_auc`, rocAuc],
      ]
  }
}

/** `classification_report(output_dict=True)`, flattened. */
function reportNames(confusion: Confusion): readonly (readonly [string, number])[] {
  const positive = measuresOf(confusion)
  const negative = measuresOf({
    truePositives: confusion.trueNegatives,
    falsePositives: confusion.falseNegatives,
    falseNegatives: confusion.falsePositives,
    trueNegatives: confusion.truePositives,
  })
  const weight = (confusion.truePositives + confusion.falseNegatives) / total(confusion)
  const weighted = (key: 'precision' | 'recall' | 'f1') => weight * positive[key] + (1 - weight) * negative[key]
  const macro = (key: 'precision' | 'recall' | 'f1') => (positive[key] + negative[key]) / 2
  return [
    ['accuracy', positive.accuracy],
    ['macro avg_precision', macro('precision')], ['macro avg_recall', macro('recall')], ['macro avg_f1-score', macro('f1')],
    ['weighted avg_precision', weighted('precision')], ['weighted avg_recall', weighted('recall')],
    ['weighted avg_f1-score', weighted('f1')], ['weighted avg_support', total(confusion)],
  ]
}

function total(confusion: Confusion): number {
  return confusion.truePositives + confusion.falsePositives + confusion.falseNegatives + confusion.trueNegatives
}
