import { catalog } from '@/demo/world/catalog/catalog'
import type { BatchSpec } from '@/demo/world/catalog/modelSpec'
import { hash32, noiseAt, roughNormalAt } from '@/demo/world/random'
import { dayMs, type EpochMs, hourMs, minuteMs } from '@/domain/time'

/** The gauges that a batch job leaves behind when it ends. */
export const batchGauges = ['timestamp', 'duration', 'rows', 'failed', 'interval', 'pushed'] as const
export type BatchGauge = (typeof batchGauges)[number]

export interface BatchModel {
  label: string
  batch: BatchSpec
}

export const batchModels: readonly BatchModel[] = catalog.flatMap(({ name, batch }) => (batch === undefined ? [] : [{ label: name, batch }]))

/** The gauge as it stands at an instant; `null`: no run has ended yet. Times in seconds, as Prometheus wants them. */
export function batchValue({ label, batch }: BatchModel, gauge: BatchGauge, at: EpochMs, stopped: EpochMs): number | null {
  const key = hash32(`${label}/batch`)
  if (gauge === 'interval') return batch.everyHours * 3600
  const periodMs = batch.everyHours * hourMs
  for (let run = Math.floor((at - batch.hour * hourMs) / periodMs); ; run--) {
    const startedAt = run * periodMs + batch.hour * hourMs
    if (at - startedAt > 3 * dayMs) return null
    const durationMs = Math.round(batch.minutes * minuteMs * Math.max(0.4, 1 + 0.12 * roughNormalAt(key, run)))
    if (startedAt + durationMs > at || startedAt > stopped) continue
    const rows = Math.round(batch.rows * Math.max(0.2, 1 + 0.04 * roughNormalAt(key ^ 1, run)))
    const failed = noiseAt(key ^ 2, run) < 0.03
    switch (gauge) {
      case 'timestamp':
      case 'pushed':
        return (startedAt + durationMs) / 1000
      case 'duration':
        return durationMs / 1000
      case 'rows':
        return failed ? Math.round(rows * noiseAt(key ^ 3, run)) : rows
      default:
        return failed ? 1 : 0
    }
  }
}
