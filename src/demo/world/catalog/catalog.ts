import { claimsModels } from './claims'
import { logisticsModels } from './logistics'
import type { ModelSpec } from './modelSpec'
import { operationsModels } from './operations'
import { pricingModels } from './pricing'

/** The models of the demo's company: an insurer that also moves goods. */
export const catalog: readonly ModelSpec[] = [
  ...claimsModels,
  ...pricingModels,
  ...logisticsModels,
  ...operationsModels,
]
