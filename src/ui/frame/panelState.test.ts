import { expect, it } from 'vitest'
import { SourceError, type SourceErrorKind } from '@/ports/sourceError'
import type { Loadable } from './loadable'
import { failureWords, panelState } from './panelState'

const error = (kind: SourceErrorKind) => new SourceError({ source: 'prom', kind, message: 'No answer.', advice: 'Check it.' })
const loadable = (part: Partial<Loadable<number[]>>): Loadable<number[]> => ({
  data: undefined,
  error: null,
  isPending: part.data === undefined,
  isFetching: false,
  dataUpdatedAt: 5,
  refetch: () => undefined,
  ...part,
})
const isEmpty = (data: number[]) => data.length === 0

it.each<[string, Parameters<typeof panelState<number[]>>[0]]>([
  ['loading', { state: loadable({}) }],
  ['ready', { state: loadable({ data: [1] }), isEmpty }],
  ['empty', { state: loadable({ data: [] }), isEmpty }],
  ['stale', { state: loadable({ data: [1], error: error('timeout') }), isEmpty }],
  ['failed', { state: loadable({ error: error('unreachable') }) }],
  ['failed', { state: loadable({ error: new Error('bug') }) }],
  ['failed', { state: loadable({}), lastError: error('unreachable') }],
  ['no-permission', { state: loadable({ error: error('denied') }) }],
  ['no-permission', { state: loadable({ error: error('unauthenticated') }) }],
  ['not-supported', { state: loadable({ error: error('unsupported') }) }],
  ['not-supported', { state: loadable({ data: [1] }), notSupported: { source: 'Prometheus' } }],
  ['not-configured', { state: loadable({ error: error('timeout') }), notConfigured: 'Add a source.' }],
])('%s', (kind, question) => {
  expect(panelState(question).kind).toBe(kind)
})

it('names source, reason and advice; own faults have no source', () => {
  expect(failureWords(error('timeout'))).toEqual({ source: 'prom', what: 'No answer.', advice: 'Check it.' })
  expect(failureWords('odd').source).toBeNull()
})
