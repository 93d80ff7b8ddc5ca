import { createContext } from 'react'

/** How one line is drawn. */
export interface SeriesStyle {
  /** A CSS colour: `var(--md-series-1)`. */
  color: string
  /** SVG `stroke-dasharray`; `undefined` is a solid line. */
  dash: string | undefined
}

const colours = 6
const dashes = [undefined, '6 3', '2 3', '8 3 2 3'] as const

/** The n-th style: six colours that colour-blind people can tell apart, then the same dashed. */
export function seriesStyle(n: number): SeriesStyle {
  return { color: `var(--md-series-${(n % colours) + 1})`, dash: dashes[Math.floor(n / colours) % dashes.length] }
}

/** The line for all versions that are not drawn on their own. */
export const restStyle: SeriesStyle = { color: 'var(--md-line-strong)', dash: undefined }

/** The dash of the n-th measure of one version (p50, p95, p99), which all have the version's colour. */
export function measureDash(n: number): string | undefined {
  return dashes[n % dashes.length]
}

/** Lines of an earlier time. */
export const beforeDash = '4 4'

/** Version → its place in the palette. The order given decides; the same order gives the same colours. */
export function versionPlaces(versions: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(versions)].map((version, place) => [version, place]))
}

/** The places of all versions of the page, so that a version has one colour on all its charts. */
export const VersionPlaces = createContext<ReadonlyMap<string, number>>(new Map())
