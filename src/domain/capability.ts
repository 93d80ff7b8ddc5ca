/** What a source can do. What it cannot is said, never guessed. */
export type Capability =
  | 'aliases'
  | 'stages'
  | 'tags'
  | 'descriptions'
  | 'metrics'
  | 'metric-history'
  | 'logged-models'
  | 'artifacts'
  | 'promote'
  | 'deprecate'
  | 'identity'
  | 'signals'
  | 'per-version-signals'
  | 'quality-signals'
  | 'drift-signals'
  | 'alerts'
  | 'silences'

/** What a source says of itself; shown on /sources. */
export interface SourceInfo {
  id: string
  type: string
  /** The product's name for sentences: `MLflow`, `Prometheus`, `VictoriaMetrics`. */
  product: string
  /** The server's version; `null` where it does not say. */
  version: string | null
  capabilities: readonly Capability[]
  /** What is missing or odd, in words. */
  notes: readonly string[]
}
