import * as z from 'zod/mini'

/*
 * Prometheus HTTP API v1, as Prometheus, VictoriaMetrics, Thanos and Mimir answer it.
 * https://prometheus.io/docs/prometheus/latest/querying/api/
 */

const metric = z.record(z.string(), z.string())

/** Seconds and a number as text: `"0.5"`, `"NaN"`, `"+Inf"`. Another text is judged at translation. */
const sample = z.tuple([z.number(), z.unknown()])

/** A native histogram is no number; it may stand in place of one. */
const histogram = z.optional(z.unknown())

const vectorRow = z.object({ metric, value: z.optional(sample), histogram })
const matrixRow = z.object({ metric, values: z.optional(z.array(sample)), histograms: histogram })

/** Go writes an empty list as null where nobody took care. */
function rows<S extends z.core.$ZodType>(row: S) {
  return z.nullable(z.array(row))
}

const queryData = z.discriminatedUnion('resultType', [
  z.object({ resultType: z.literal('vector'), result: rows(vectorRow) }),
  z.object({ resultType: z.literal('matrix'), result: rows(matrixRow) }),
  z.object({ resultType: z.literal('scalar'), result: sample }),
  z.object({ resultType: z.literal('string'), result: sample }),
])

/** VictoriaMetrics before 1.80 answers `{}`; later ones give only a `version` that is not their own. */
const buildInfoData = z.object({
  version: z.optional(z.string()),
  revision: z.optional(z.string()),
  goVersion: z.optional(z.string()),
  /** Mimir: `Grafana Mimir`. */
  application: z.optional(z.string()),
})

const labelValuesData = z.nullable(z.array(z.string()))

/** Labels and annotations; what is no text is judged at translation. */
const texts = z.record(z.string(), z.unknown())

const alert = z.object({
  labels: z.optional(z.nullable(texts)),
  annotations: z.optional(z.nullable(texts)),
  /** `pending` or `firing`. */
  state: z.optional(z.unknown()),
  activeAt: z.optional(z.unknown()),
  /** A number as text: `"1e+00"`. */
  value: z.optional(z.unknown()),
})

const alertsData = z.object({ alerts: z.nullable(z.array(alert)) })

const rule = z.object({
  /** `alerting` or `recording`: vmalert and old Thanos do not know `?type=alert`. */
  type: z.optional(z.unknown()),
  name: z.string(),
  query: z.optional(z.string()),
  /** Seconds. */
  duration: z.optional(z.number()),
  state: z.optional(z.unknown()),
  health: z.optional(z.unknown()),
  lastError: z.optional(z.string()),
  lastEvaluation: z.optional(z.unknown()),
  labels: z.optional(z.nullable(texts)),
  annotations: z.optional(z.nullable(texts)),
})

const rulesData = z.object({ groups: z.nullable(z.array(z.object({ name: z.string(), rules: z.nullable(z.array(rule)) }))) })

/** The envelope of a refusal. VictoriaMetrics writes the HTTP status where Prometheus has a word. */
export const errorEnvelope = z.object({
  status: z.literal('error'),
  errorType: z.optional(z.string()),
  error: z.optional(z.string()),
})

const remarks = z.optional(z.nullable(z.array(z.string())))

function envelope<S extends z.core.$ZodType>(data: S) {
  const success = z.object({
    status: z.literal('success'),
    data,
    warnings: remarks,
    infos: remarks,
    /** VictoriaMetrics' cluster: some storage nodes did not answer. */
    isPartial: z.optional(z.boolean()),
  })
  return z.discriminatedUnion('status', [success, errorEnvelope])
}

export const queryAnswer = envelope(queryData)
export const buildInfoAnswer = envelope(buildInfoData)
export const labelValuesAnswer = envelope(labelValuesData)
export const alertsAnswer = envelope(alertsData)
export const rulesAnswer = envelope(rulesData)

/** What every endpoint answers around its own data. */
export interface Success<T> {
  status: 'success'
  data: T
  warnings?: string[] | null | undefined
  infos?: string[] | null | undefined
  isPartial?: boolean | undefined
}

export type QueryData = z.infer<typeof queryData>
export type WireAlert = z.infer<typeof alert>
export type WireRuleGroups = z.infer<typeof rulesData>['groups']
export type BuildInfo = z.infer<typeof buildInfoData>
export type ErrorEnvelope = z.infer<typeof errorEnvelope>
