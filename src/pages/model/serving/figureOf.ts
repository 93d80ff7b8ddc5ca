import type { FigureSet } from '@/domain/series'

/** The figure of one version; of the model, where versions are not told apart. `null`: none. */
export function figureOf(set: FigureSet | undefined, version: string | null): number | null {
  const figures = set?.figures ?? []
  const own = figures.find(({ subject }) => subject.version === version) ?? figures.find(({ subject }) => subject.version === null)
  return own?.value ?? null
}

/** All versions together, for what can be added up. `null`: none has a figure. */
export function totalOf(set: FigureSet | undefined): number | null {
  const values = (set?.figures ?? []).flatMap(({ value }) => value ?? [])
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

/** Below a tenth, or a tenth of a percentage point of a ratio, a change is a wobble and neither better nor worse. */
export function isMaterial(now: number, before: number, unit: 'ratio' | 'ms'): boolean {
  const change = Math.abs(now - before)
  return change >= Math.abs(before) / 10 && (unit === 'ms' || change >= 0.001)
}

/** The change from before to now, 0 below half a per cent; `null` where one of them is missing. */
export function changeOf(now: number | null, before: number | null): number | null {
  if (now === null || before === null) return null
  return Math.abs(now - before) < Math.abs(before) / 200 ? 0 : now - before
}
