import type { EpochMs } from '@/domain/time'
import type { Ledger } from './ledger'

/** A span in which a series has samples. */
export type Life = readonly [from: EpochMs, to: EpochMs]

/** One series that can be read anywhere. */
export interface SeriesSource {
  labels: Readonly<Record<string, string>>
  lives: readonly Life[]
  /** A value for each instant, ascending. NaN: no sample there. */
  values(times: Float64Array, reading: Reading): Float64Array
}

/** All series of one metric name. */
export interface Family {
  name: string
  sources: readonly SeriesSource[]
}

/** One read of the store: the series of a version share what its ledger says. */
export class Reading {
  readonly #columns = new Map<Ledger, { times: Float64Array; columns: readonly Float64Array[] }>()

  outcomes(ledger: Ledger, times: Float64Array): readonly Float64Array[] {
    const known = this.#columns.get(ledger)
    if (known?.times === times) return known.columns
    const columns = ledger.columns(times)
    this.#columns.set(ledger, { times, columns })
    return columns
  }
}
