import type { Run } from '@/domain/run'
import type { MetricPoint } from '@/domain/run'
import { SourceError } from '@/ports/sourceError'
import { chunks, mapLimited } from './concurrency'
import type { Connection } from './connection'
import { api, nextToken, orWhenMissing } from './connection'
import { createExperiments } from './experiments'
import { isOneOf } from './filter'
import type { Tolerated } from './tolerant'
import { translateHistory, translateLoggedModel, translateRun, unreadableRun } from './translateRun'
import { getLoggedModelSchema, getRunSchema, historySchema, searchRunsSchema } from './wire'
import type { ReadMetric, ReadRun } from './wire'

/** 100 runs are 50 ms and 0.3 MB. */
const batchSize = 100

export interface Runs {
  get(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Run>>
}

/** Runs by id. An id of the form `m-…` is a logged model of MLflow 3, for versions that have no run. */
export function createRuns(connection: Connection): Runs {
  const experiments = createExperiments(connection)
  /** Ids that the server does not know: a purged run never comes back. */
  const gone = new Set<string>()

  async function search(ids: readonly string[], signal?: AbortSignal): Promise<readonly Tolerated<ReadRun>[]> {
    const experimentIds = await experiments.ids()
    signal?.throwIfAborted()
    if (experimentIds.length === 0) return []
    const answers = await mapLimited(chunks(ids, batchSize), 3, (batch) =>
      connection.calls.json(searchRunsSchema, {
        method: 'POST',
        path: `${api}/runs/search`,
        json: {
          experiment_ids: experimentIds,
          filter: isOneOf('attributes.run_id', batch),
          run_view_type: 'ALL',
          max_results: batch.length,
        },
        signal,
      }),
    )
    return answers.flatMap(({ runs }) => runs)
  }

  return {
    async get(ids, signal) {
      const wanted = [...new Set(ids)].filter((id) => !gone.has(id))
      const modelIds = wanted.filter(isLoggedModelId)
      const runIds = wanted.filter((id) => !isLoggedModelId(id))
      const rows = runIds.length === 0 ? [] : await search(runIds, signal)
      const runs = new Map(rows.map((row) => [row.value.info.run_id, translateRun(row, connection.metricNames)]))
      for (const [id, run] of await loggedInstead(connection, rows, signal)) runs.set(id, run)

      const missing = runIds.filter((id) => !runs.has(id))
      // Of an experiment that is newer than what we remember, or that may not be searched.
      if (missing.length > 0) experiments.forget()
      const rest = [...missing, ...modelIds]
      const single = await mapLimited(rest, 4, (id) => readOne(connection, id, signal))
      for (const [index, id] of rest.entries()) {
        const run = single[index] ?? null
        if (run === null) gone.add(id)
        else runs.set(id, run)
      }
      return runs
    },
  }
}

function isLoggedModelId(id: string): boolean {
  return id.startsWith('m-')
}

/** `null`: the server does not know it. One that may not be read comes back empty, with the reason. */
async function readOne(connection: Connection, id: string, signal?: AbortSignal): Promise<Run | null> {
  try {
    if (isLoggedModelId(id)) return await readLoggedModel(connection, id, signal)
    const { run } = await connection.calls.json(getRunSchema, {
      method: 'GET',
      path: `${api}/runs/get`,
      query: { run_id: id },
      signal,
    })
    return translateRun(run, connection.metricNames)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    if (error.kind === 'not-found') return null
    if (error.kind === 'denied') return unreadableRun(id, `You may not read this run in ${connection.id}: no permission.`)
    throw error
  }
}

async function readLoggedModel({ calls, metricNames }: Connection, id: string, signal?: AbortSignal): Promise<Run> {
  const { model } = await calls.json(getLoggedModelSchema, {
    method: 'GET',
    path: `${api}/logged-models/${encodeURIComponent(id)}`,
    signal,
  })
  return translateLoggedModel(model, metricNames)
}

/** In MLflow 3 metrics may stand on the logged model alone: runs without any take those of their one model. */
async function loggedInstead(
  connection: Connection,
  rows: readonly Tolerated<ReadRun>[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Run>> {
  const bare = rows.filter(
    ({ value }) => (value.data?.metrics.length ?? 0) === 0 && value.outputs?.model_outputs.length === 1,
  )
  const found = await mapLimited(bare, 4, async (row) => {
    const modelId = row.value.outputs?.model_outputs[0]?.model_id ?? ''
    const logged = await orWhenMissing(readLoggedModel(connection, modelId, signal), null)
    const run = translateRun(row, connection.metricNames)
    const params = { ...logged?.params, ...run.params }
    return [run.id, { ...run, metrics: logged?.metrics ?? [], quality: logged?.quality ?? {}, params }] as const
  })
  return new Map(found)
}

/** Every logged point: 25,000 in a page is the most that the server gives. */
export async function getMetricHistory(
  { calls }: Connection,
  runId: string,
  key: string,
  signal?: AbortSignal,
): Promise<readonly MetricPoint[]> {
  const points: ReadMetric[] = []
  let token: string | null = null
  do {
    const answer: { metrics: readonly ReadMetric[]; next_page_token?: string | null | undefined } = await calls.json(
      historySchema,
      {
        method: 'GET',
        path: `${api}/metrics/get-history`,
        query: { run_id: runId, metric_key: key, max_results: 25_000, page_token: token ?? undefined },
        signal,
      },
    )
    points.push(...answer.metrics)
    token = nextToken(answer.next_page_token, token)
  } while (token !== null)
  return translateHistory(points)
}
