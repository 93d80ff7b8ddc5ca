import { expect, it } from 'vitest'
import { fromLocalInput, localInput, momentText, parseMoment } from './localTime'

it('writes a moment as the field does, and reads it again', () => {
  const at = new Date(2026, 2, 5, 7, 9).getTime()
  expect(localInput(at)).toBe('2026-03-05T07:09')
  expect(fromLocalInput('2026-03-05T07:09')).toBe(at)
})

it.each(['', '2026-03-05', '12026-03-05T07:09', 'T07:09', '2026-13-05T07:09', '2026-03-05T25:00'])('does not read %j', (text) => {
  expect(fromLocalInput(text)).toBeNull()
})

it.each([
  ['2026-11-24T12:00Z', Date.UTC(2026, 10, 24, 12), '2026-11-24T12:00Z'],
  ['2026-11-24T12:00:30.5+02:00', Date.UTC(2026, 10, 24, 10, 0, 30, 500), '2026-11-24T10:00Z'],
])('reads %j from the address, and writes it as %j', (text, at, written) => {
  expect(parseMoment(text)).toBe(at)
  expect(momentText(at)).toBe(written)
})

it.each(['2026-11-24T12:00', '2026-11-24', '2026-99-24T12:00Z', 'yesterday', null])('reads no moment from %j', (text) => {
  expect(parseMoment(text)).toBeNull()
})
