import * as z from 'zod/mini'
import { list, tolerant } from './tolerant'

/**
 * What MLflow's REST API sends. https://mlflow.org/docs/latest/api_reference/rest-api.html
 * Unset fields and empty lists are left out, other servers of this protocol send null, int64 may be a
 * string (protobuf's own JSON rule), and unknown fields are ignored.
 */

const text = z.nullish(z.string())
const int = z.nullish(
  z.pipe(z.union([z.number(), z.string().check(z.regex(/^-?\d+$/))]), z.transform(Number)),
)
/** A string here and a number elsewhere. */
const versionNumber = z.pipe(z.union([z.string(), z.number()]), z.transform(String))

export const tagSchema = z.object({ key: z.string(), value: text })

/** https://mlflow.org/docs/latest/api_reference/rest-api.html#modelversion */
export const modelVersionSchema = z.object({
  name: z.string(),
  version: versionNumber,
  creation_timestamp: int,
  last_updated_timestamp: int,
  user_id: text,
  current_stage: text,
  description: text,
  source: text,
  run_id: text,
  status: text,
  status_message: text,
  tags: list(tagSchema),
  /** Sent by get alone; searches leave it out. */
  aliases: list(z.string()),
})

/** https://mlflow.org/docs/latest/api_reference/rest-api.html#registeredmodel */
export const registeredModelSchema = z.object({
  name: z.string(),
  creation_timestamp: int,
  last_updated_timestamp: int,
  description: text,
  /** The newest version of each stage, in no stable order. */
  latest_versions: list(modelVersionSchema),
  tags: list(tagSchema),
  aliases: list(z.object({ alias: z.string(), version: versionNumber })),
})

/** `value` is a number, or `"NaN"`; +Infinity arrives as the largest double. */
const metricSchema = z.object({ key: z.string(), value: z.unknown(), timestamp: int, step: int })
const paramSchema = z.object({ key: z.string(), value: text })

/** https://mlflow.org/docs/latest/api_reference/rest-api.html#run */
export const runSchema = z.object({
  info: z.object({
    run_id: z.string(),
    experiment_id: text,
    run_name: text,
    user_id: text,
    status: text,
    start_time: int,
    end_time: int,
    lifecycle_stage: text,
  }),
  data: z.nullish(
    z.object({ metrics: list(metricSchema), params: list(paramSchema), tags: list(tagSchema) }),
  ),
  /** Data sets logged by `mlflow.log_input`. https://mlflow.org/docs/latest/api_reference/rest-api.html#datasetinput */
  inputs: z.nullish(
    z.object({
      dataset_inputs: list(
        z.object({ tags: list(tagSchema), dataset: z.nullish(z.object({ name: text, digest: text, profile: text })) }),
      ),
    }),
  ),
  /** MLflow 3: the logged models that the run made. */
  outputs: z.nullish(z.object({ model_outputs: list(z.object({ model_id: z.string() })) })),
})

/** MLflow 3. https://mlflow.org/docs/latest/api_reference/rest-api.html#loggedmodel */
export const loggedModelSchema = z.object({
  info: z.object({
    model_id: z.string(),
    experiment_id: text,
    name: text,
    status: text,
    source_run_id: text,
    creation_timestamp_ms: int,
    tags: list(tagSchema),
  }),
  data: z.nullish(z.object({ metrics: list(metricSchema), params: list(paramSchema) })),
})

const nextPage = { next_page_token: text }

export const searchModelsSchema = z.object({ registered_models: list(tolerant(registeredModelSchema)), ...nextPage })
export const searchVersionsSchema = z.object({ model_versions: list(tolerant(modelVersionSchema)), ...nextPage })
export const getVersionSchema = z.object({ model_version: tolerant(modelVersionSchema) })
export const searchRunsSchema = z.object({ runs: list(tolerant(runSchema)), ...nextPage })
export const getRunSchema = z.object({ run: tolerant(runSchema) })
export const getLoggedModelSchema = z.object({ model: tolerant(loggedModelSchema) })
export const historySchema = z.object({ metrics: list(metricSchema), ...nextPage })
export const experimentsSchema = z.object({ experiments: list(z.object({ experiment_id: z.string() })), ...nextPage })
export const artifactsSchema = z.object({
  files: list(z.object({ path: z.string(), is_dir: z.nullish(z.boolean()), file_size: int })),
  ...nextPage,
})
/** Newer basic-auth servers. */
export const currentUserSchema = z.object({ user: z.object({ username: z.string() }) })
export const serverInfoSchema = z.object({ store_type: text, workspaces_enabled: z.nullish(z.boolean()) })
/** What writes answer is not read. */
export const doneSchema = z.unknown()
export const errorSchema = z.object({ error_code: text, message: text })

export type ModelVersionWire = z.input<typeof modelVersionSchema>
export type RegisteredModelWire = z.input<typeof registeredModelSchema>
export type MetricWire = z.input<typeof metricSchema>
export type RunWire = z.input<typeof runSchema>
export type LoggedModelWire = z.input<typeof loggedModelSchema>
export type ErrorWire = z.input<typeof errorSchema>

export type ReadVersion = z.output<typeof modelVersionSchema>
export type ReadModel = z.output<typeof registeredModelSchema>
export type ReadMetric = z.output<typeof metricSchema>
export type ReadRun = z.output<typeof runSchema>
export type ReadLoggedModel = z.output<typeof loggedModelSchema>
