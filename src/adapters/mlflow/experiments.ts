import type { Connection } from './connection'
import { api, nextToken } from './connection'
import { experimentsSchema } from './wire'

/** The ids of all experiments, which every search of runs must name. Read once and kept. */
export interface Experiments {
  ids(): Promise<readonly string[]>
  /** Reads them again at the next call: a run may belong to a newer experiment. */
  forget(): void
}

export function createExperiments(connection: Connection): Experiments {
  let known: Promise<readonly string[]> | null = null
  return {
    ids() {
      // Shared by all callers, so none of their signals may end it.
      known ??= readIds(connection).catch((error: unknown) => {
        known = null
        throw error
      })
      return known
    },
    forget() {
      known = null
    },
  }
}

async function readIds({ calls }: Connection): Promise<readonly string[]> {
  const ids: string[] = []
  let token: string | null = null
  do {
    const answer: { experiments: readonly { experiment_id: string }[]; next_page_token?: string | null | undefined } =
      await calls.json(experimentsSchema, {
        method: 'GET',
        path: `${api}/experiments/search`,
        // Deleted ones too: a version outlives the experiment of its run.
        query: { max_results: 1000, view_type: 'ALL', page_token: token ?? undefined },
      })
    ids.push(...answer.experiments.map(({ experiment_id }) => experiment_id))
    token = nextToken(answer.next_page_token, token)
  } while (token !== null)
  return ids
}
