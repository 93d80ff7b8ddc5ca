import type { Flavor } from '@/demo/world/catalog/modelSpec'
import { between, pick, type Stream } from '@/demo/world/random'

/** Hyperparameters as the library's users log them: all values are texts in MLflow. */
export function trainingParams(flavor: Flavor, next: Stream): ReadonlyMap<string, string> {
  const params: Record<string, string | number> = { random_state: 42 }
  switch (flavor) {
    case 'xgboost':
    case 'lightgbm':
      Object.assign(params, {
        learning_rate: between(next, 0.02, 0.2).toFixed(3),
        max_depth: pick(next, [4, 6, 8, 10]),
        n_estimators: pick(next, [300, 500, 800, 1200]),
        subsample: between(next, 0.6, 1).toFixed(2),
        reg_lambda: between(next, 0.1, 4).toFixed(2),
      })
      break
    case 'sklearn':
      Object.assign(params, { C: between(next, 0.1, 4).toFixed(2), class_weight: 'balanced', max_iter: 1000, solver: 'saga' })
      break
    case 'pytorch':
      Object.assign(params, { batch_size: pick(next, [64, 128, 256]), lr: between(next, 1e-4, 3e-3).toExponential(2), epochs: 40, dropout: pick(next, [0.1, 0.2, 0.3]) })
      break
    case 'transformers':
      Object.assign(params, { learning_rate: pick(next, ['2e-05', '3e-05', '5e-05']), num_train_epochs: 6, per_device_train_batch_size: 32, warmup_ratio: 0.06, weight_decay: 0.01 })
      break
  }
  return new Map(Object.entries(params).map(([key, value]) => [key, String(value)]))
}
