import { getResponse } from 'msw'
import { expect, test } from 'vitest'
import { createWorld } from '@/demo/world/world'
import { mlflowHandlers } from './mlflow'
import recorded from './recorded/mlflow-3.17.json'

/**
 * The calls that were sent, in this order, to an empty MLflow 3.17.2 (SQLite, one worker) and what it
 * answered; times are 0. Words that differ on purpose: the server lists valid keys in no stable order, and
 * says how Python would resolve or print a value.
 */
const otherWords = [/^Invalid attribute key/, /^Only the '\{/, /would resolve to/, /^Invalid page token/, /^Invalid order_by clause/]

test('answers every recorded call as the real server did', async () => {
  let at = Date.UTC(2026, 2, 3)
  const world = createWorld({ seed: 'recorded', now: at, realNow: () => at++ })
  world.registry.models.clear()
  world.registry.runs.clear()
  world.setPersona('anonymous')
  const handlers = mlflowHandlers(world, 'http://demo.test/mlflow')
  const differences: unknown[] = []
  for (const call of recorded) {
    const body = 'body' in call ? { body: JSON.stringify(call.body), headers: { 'Content-Type': 'application/json' } } : {}
    const response = await getResponse(handlers, new Request(`http://demo.test/mlflow${call.path}`, { method: call.method, ...body }))
    const answer = withoutTimes(await response?.text())
    const expected = typeof call.answer === 'string' ? call.answer : JSON.stringify(call.answer)
    const wording = 'message' in Object(call.answer) && otherWords.some((words) => words.test(String(Object(call.answer).message)))
    const same = wording ? errorCode(answer) === errorCode(expected) : answer === expected
    if (!same || response?.status !== call.status) differences.push({ call: `${call.method} ${call.path}`, answer, expected })
  }
  expect(differences).toEqual([])
  expect(recorded.length).toBeGreaterThan(200)
})

function withoutTimes(text = ''): string {
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => (/timestamp|_time$/.test(key) ? 0 : value))
  } catch {
    return text
  }
}

function errorCode(text: string): string | undefined {
  return /"error_code":"(\w+)"/.exec(text)?.[1]
}
