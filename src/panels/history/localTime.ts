import type { EpochMs } from '@/domain/time'

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

/** A moment as `<input type="datetime-local">` writes it, in the reader's zone: `2026-11-24T13:03`. */
export function localInput(at: EpochMs): string {
  const date = new Date(at)
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** The opposite; `null` for what is not a whole date and time. */
export function fromLocalInput(text: string): EpochMs | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null
  const at = new Date(text).getTime()
  return Number.isNaN(at) ? null : at
}

/** A moment in the address: an ISO time with its zone. Anything else is `null`. */
export function parseMoment(text: string | null): EpochMs | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

/** As short as it goes: `2026-11-24T13:03Z`. */
export function momentText(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}
