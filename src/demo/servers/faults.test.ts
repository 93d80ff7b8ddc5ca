import { getResponse, http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { faultHandlers, type Fault } from './faults'

let broken: Fault | null = null
const handlers = [
  ...faultHandlers([
    { kind: 'mlflow', base: 'http://host/mlflow', fault: () => broken },
    { kind: 'prometheus', base: 'http://host/prometheus', fault: () => null },
  ]),
  http.get('http://host/*', () => HttpResponse.json({ works: true })),
]

function ask(fault: Fault | null, server: string): Promise<Response | undefined> {
  broken = fault
  return getResponse(handlers, new Request(`http://host/${server}/api`))
}

it.each([
  [null, 200, 'application/json'],
  ['server-error', 500, 'application/json'],
  ['unauthenticated', 401, 'text/html; charset=utf-8'],
  ['malformed', 200, 'application/json'],
] as const)('%s answers %i as %s', async (fault, status, type) => {
  const response = await ask(fault, 'mlflow')
  expect([response?.status, response?.headers.get('Content-Type')]).toEqual([status, type])
})

it('cuts JSON off in the middle', async () => {
  const response = await ask('malformed', 'mlflow')
  await expect(response?.json()).rejects.toThrow(SyntaxError)
})

it('drops the connection', async () => {
  expect((await ask('dropped', 'mlflow'))?.type).toBe('error')
})

it('breaks one source alone', async () => {
  expect((await ask('server-error', 'prometheus'))?.status).toBe(200)
})
