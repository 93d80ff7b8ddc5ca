import type { Run } from '@/domain/run'
import { SourceError } from '@/ports/sourceError'
import { api, type Connection } from '@/adapters/mlflow/connection'
import { translateRun } from '@/adapters/mlflow/translateRun'
import { searchRunsSchema } from '@/adapters/mlflow/wire'

/** More folds than this nobody looks at one by one. */
const mostChildren = 100

/** The runs nested in a run. https://mlflow.org/docs/latest/ml/traditional-ml/tutorials/hyperparameter-tuning/part1-child-runs/ */
export async function nestedRuns({ calls, metricNames }: Connection, run: Run, signal?: AbortSignal): Promise<readonly Run[]> {
  if (run.experimentId === null) return []
  try {
    const { runs } = await calls.json(searchRunsSchema, {
      method: 'POST',
      path: `${api}/runs/search`,
      json: {
        experiment_ids: [run.experimentId],
        filter: `tags.\`mlflow.parentRunId\` = '${run.id}'`,
        run_view_type: 'ACTIVE_ONLY',
        max_results: mostChildren,
      },
      signal,
    })
    return runs.map((row) => translateRun(row, metricNames))
  } catch (error) {
    // Whoever may read the run may not be allowed to search its experiment.
    if (error instanceof SourceError && ['denied', 'rejected', 'not-found'].includes(error.kind)) return []
    throw error
  }
}
