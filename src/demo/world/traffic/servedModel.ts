import { catalog } from '@/demo/world/catalog/catalog'
import { isClassifier, type ModelSpec, type TrafficSpec } from '@/demo/world/catalog/modelSpec'

/** What serves requests: a registered model, or something that nobody registered. */
export interface ServedModel {
  /** The registered name; `null`: unknown to the registry. */
  name: string | null
  /** The value of the label `model`. */
  label: string
  traffic: TrafficSpec
  /** Past champions with days before the start, oldest first. */
  promotions: readonly (readonly [version: number, daysAgo: number])[]
  /** Constant shares of other versions. */
  sideShare: Readonly<Record<number, number>>
  challenger: number | null
  classes: readonly string[]
  /** Share of each class in the predictions, in the order of `classes`. */
  classShares: readonly number[]
  spec: ModelSpec | null
}

/** Everything that answers requests, in the order of the catalog. */
export const servedModels: readonly ServedModel[] = [
  ...catalog.flatMap((spec) => (spec.traffic === undefined ? [] : [served(spec, spec.traffic)])),
  {
    // Left over from before the registry: nobody has switched it off.
    name: null,
    label: 'claims_fraud_legacy',
    traffic: { requestsPerSecond: 1.3, p95Ms: 140, errorRatio: 0.008, rhythm: 0.5 },
    promotions: [[7, 400]],
    sideShare: {},
    challenger: null,
    classes: [],
    classShares: [],
    spec: null,
  },
]

function served(spec: ModelSpec, traffic: TrafficSpec): ServedModel {
  return {
    name: spec.name,
    label: spec.servedAs ?? spec.name,
    traffic,
    promotions: spec.promotions,
    sideShare: spec.sideShare ?? {},
    challenger: spec.challenger ?? null,
    classes: spec.classes,
    classShares: classShares(spec),
    spec,
  }
}

/** Two classes follow the prevalence; more are spread by falling weights. */
function classShares(spec: ModelSpec): readonly number[] {
  if (isClassifier(spec.quality) && spec.classes.length === 2) return [1 - spec.quality.prevalence, spec.quality.prevalence]
  const total = spec.classes.reduce((sum, _, i) => sum + 1 / (i + 1), 0)
  return spec.classes.map((_, i) => 1 / (i + 1) / total)
}
