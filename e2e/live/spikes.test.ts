import { afterAll, beforeAll, describe } from 'vitest'
import type { MonitoringSource } from '@/ports/monitoring'
import { spikeClock, spikeContract, spikeSeries } from '@/testing/contracts/spikes'
import { sourceOverTestData } from '@/testing/monitoringSetup'
import { startRealPrometheus, type RealPrometheus } from './realPrometheus'
import { startRealVictoriaMetrics, type RealVictoriaMetrics } from './realVictoriaMetrics'

describe.each([
  { name: 'Prometheus', start: startRealPrometheus },
  { name: 'VictoriaMetrics', start: startRealVictoriaMetrics },
])('a month backfilled into a real $name', ({ name, start }) => {
  let server: RealPrometheus | RealVictoriaMetrics
  let source: MonitoringSource

  beforeAll(async () => {
    server = await start(spikeSeries())
    source = sourceOverTestData({ baseUrl: server.url, clock: spikeClock })
  })
  afterAll(() => server.stop())

  spikeContract(name, () => source)
})
