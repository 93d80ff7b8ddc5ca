import type { KnownMetric } from '@/domain/metric'

/** What is known of a measure. */
interface MetricFacts {
  /** As people write it: `F1`. */
  label: string
  task: 'classification' | 'regression'
  higherIsBetter: boolean
  /** `true`: the measure is computed per class and then averaged. */
  averaged: boolean
  /** Lower case, words joined by `_`, without split and average. The first is the measure's usual name. */
  names: readonly string[]
}

/** Every measure, with the names it is logged under, in the order in which they stand for their task. */
export const metricTable: Readonly<Record<KnownMetric, MetricFacts>> = {
  f1: {
    label: 'F1',
    task: 'classification',
    higherIsBetter: true,
    averaged: true,
    names: ['f1', 'f1_score', 'f1score', 'f1_measure'],
  },
  accuracy: {
    label: 'Accuracy',
    task: 'classification',
    higherIsBetter: true,
    averaged: false,
    names: ['accuracy', 'accuracy_score', 'acc', 'categorical_accuracy', 'sparse_categorical_accuracy'],
  },
  precision: {
    label: 'Precision',
    task: 'classification',
    higherIsBetter: true,
    averaged: true,
    names: ['precision', 'precision_score', 'prec'],
  },
  recall: {
    label: 'Recall',
    task: 'classification',
    higherIsBetter: true,
    averaged: true,
    names: ['recall', 'recall_score', 'sensitivity'],
  },
  roc_auc: {
    label: 'ROC AUC',
    task: 'classification',
    higherIsBetter: true,
    averaged: true,
    names: ['roc_auc', 'roc_auc_score', 'auc', 'auroc', 'auc_roc', 'area_under_roc'],
  },
  log_loss: {
    label: 'Log loss',
    task: 'classification',
    higherIsBetter: false,
    averaged: false,
    names: ['log_loss', 'logloss', 'multi_logloss', 'mlogloss', 'cross_entropy', 'crossentropy'],
  },
  rmse: {
    label: 'RMSE',
    task: 'regression',
    higherIsBetter: false,
    averaged: false,
    names: ['rmse', 'root_mean_squared_error', 'root_mean_square_error'],
  },
  mae: {
    label: 'MAE',
    task: 'regression',
    higherIsBetter: false,
    averaged: false,
    names: ['mae', 'mean_absolute_error'],
  },
  r2: {
    label: 'R²',
    task: 'regression',
    higherIsBetter: true,
    averaged: false,
    names: ['r2', 'r2_score', 'r2score', 'r_squared', 'rsquared'],
  },
  mape: {
    label: 'MAPE',
    task: 'regression',
    higherIsBetter: false,
    averaged: false,
    names: ['mape', 'mean_absolute_percentage_error'],
  },
  mse: {
    label: 'MSE',
    task: 'regression',
    higherIsBetter: false,
    averaged: false,
    names: ['mse', 'mean_squared_error', 'mean_square_error'],
  },
}

/** All measures, in the table's order. */
export const knownMetrics: readonly KnownMetric[] = [
  'f1',
  'accuracy',
  'precision',
  'recall',
  'roc_auc',
  'log_loss',
  'rmse',
  'mae',
  'r2',
  'mape',
  'mse',
]

/** The measure's name for people: `F1`, `Accuracy`, `MAE`. */
export function metricLabel(metric: KnownMetric): string {
  return metricTable[metric].label
}

/** Whether a larger value is the better one. */
export function higherIsBetter(metric: KnownMetric): boolean {
  return metricTable[metric].higherIsBetter
}

/** A value in a sentence or table: three decimals for what lies within 0..1, else three significant digits. */
export function metricWords(metric: KnownMetric, value: number): string {
  const bounded = metricTable[metric].task === 'classification' || metric === 'r2'
  return bounded ? value.toFixed(3) : value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
