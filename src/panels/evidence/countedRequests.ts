import { requestsIn } from '@/domain/retirement'
import type { FigureSet } from '@/domain/series'

/**
 * The requests to one version, given the rates of all; `null`: not known. Where others of the model are counted and
 * this one is not, it does not serve, unless the answer lost something.
 */
export function countedRequests({ figures, incomplete }: FigureSet, version: string, windowMs: number): number | null {
  const own = figures.find(({ subject }) => subject.version === version)
  if (own !== undefined) return requestsIn(windowMs, own.value)
  return incomplete === true ? null : 0
}
