import { createMlflow } from './index'
import type { MlflowOptions } from './index'

/** One request as it arrived. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  /** Parsed; `undefined` without one. */
  body: unknown
}

/** JSON, or a whole answer. `undefined`: MLflow's own 404 for an address it does not have. */
export type Answer = (asked: Asked) => unknown

/** The adapter over answers that a test makes up, with everything that was asked. For tests. */
export function overAnswers(answer: Answer, options: Partial<MlflowOptions> = {}) {
  const asked: Asked[] = []
  const source = createMlflow({
    id: 'reg',
    baseUrl: 'http://mlflow.test',
    aliasNames: { production: 'champion', candidate: 'challenger' },
    readOnly: false,
    clock: { now: () => 1_700_000_000_000 },
    ...options,
    http: {
      fetch: async (input, init) => {
        init?.signal?.throwIfAborted()
        const url = new URL(input instanceof Request ? input.url : input)
        const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
        const request = { method: init?.method ?? 'GET', path: url.pathname, query: url.searchParams, body }
        asked.push(request)
        const given = answer(request)
        if (given instanceof Response) return given
        return given === undefined ? notFound() : Response.json(given)
      },
    },
  })
  return { source, asked }
}

function notFound(): Response {
  return new Response('<!doctype html><title>404 Not Found</title>', {
    status: 404,
    headers: { 'Content-Type': 'text/html' },
  })
}

/** An error as MLflow words it. */
export function refusal(status: number, error_code: string, message = 'no'): Response {
  return Response.json({ error_code, message }, { status })
}
