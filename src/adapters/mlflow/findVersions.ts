import type { VersionRef } from '@/domain/version'
import { SourceError } from '@/ports/sourceError'
import { mapLimited } from './concurrency'
import type { Connection } from './connection'
import { orWhenMissing } from './connection'
import { isOneOf } from './filter'
import type { Tolerated } from './tolerant'
import { readVersionRow, searchVersions } from './versions'
import type { ReadVersion } from './wire'

export type Wanted = Pick<VersionRef, 'name' | 'version'>
type Row = Tolerated<ReadVersion>

/** Rows that one search may bring: 0.2 MB, 50 ms. */
const mostRows = 400
/** Of a filter, percent-encoded: proxies refuse addresses above 8 kB. */
const longestFilter = 6000

/**
 * Named versions of many models in few calls, never more than `wanted`. Those with near version numbers
 * share one search over the range, as long as the range cannot bring many others.
 * What the registry no longer has is absent.
 */
export async function findVersions(
  connection: Connection,
  wanted: readonly Wanted[],
  signal?: AbortSignal,
): Promise<readonly Row[]> {
  const found = await mapLimited(groupWanted(distinct(wanted)), 4, async (group) => {
    if (group.length === 1) return getEach(connection, group, signal)
    try {
      return await searchGroup(connection, group, signal)
    } catch (error) {
      // Older servers know fewer comparisons.
      if (error instanceof SourceError && error.kind === 'rejected') return getEach(connection, group, signal)
      throw error
    }
  })
  return found.flat()
}

async function getEach(connection: Connection, group: readonly Wanted[], signal?: AbortSignal): Promise<Row[]> {
  const rows = await mapLimited(group, 4, (one) => orWhenMissing(readVersionRow(connection, one, signal), null))
  return rows.filter((row) => row !== null)
}

async function searchGroup(connection: Connection, group: readonly Wanted[], signal?: AbortSignal): Promise<Row[]> {
  const numbers = group.map(({ version }) => Number(version))
  const filter = [
    isOneOf('name', [...new Set(group.map(({ name }) => name))]),
    `version_number >= ${Math.min(...numbers)}`,
    `version_number <= ${Math.max(...numbers)}`,
  ].join(' AND ')
  const { items } = await searchVersions(connection, filter, { pageSize: mostRows, pageToken: null }, signal)
  return items.filter(({ value }) =>
    group.some(({ name, version }) => name === value.name && version === value.version),
  )
}

function distinct(wanted: readonly Wanted[]): readonly Wanted[] {
  return [...new Map(wanted.map((one) => [JSON.stringify([one.name, one.version]), one])).values()]
}

/** Groups by version number; within one, models × width of the range stays within `mostRows`. */
export function groupWanted(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const groups: Wanted[][] = []
  let length = 0
  for (const one of wanted.toSorted((a, b) => Number(a.version) - Number(b.version))) {
    const group = groups.at(-1)
    // Not encodeURIComponent, which throws on half of a surrogate pair.
    const added = new URLSearchParams([[isOneOf('', [one.name]), '']]).toString().length
    const first = group?.[0]
    const width = Number(one.version) - Number(first?.version) + 1
    const fits =
      group !== undefined &&
      // A version that is no number cannot be searched by range.
      width * (group.length + 1) <= mostRows &&
      length + added <= longestFilter
    if (fits) {
      group.push(one)
      length += added
    } else {
      groups.push([one])
      length = added
    }
  }
  return groups
}
