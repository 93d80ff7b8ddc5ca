import { afterAll, describe } from 'vitest'
import { monitoringContract, unreachableMonitoringContract } from '@/testing/contracts/monitoring'
import { monitoringSeries } from '@/testing/monitoringData'
import { sourceOverTestData, testDataSetup } from '@/testing/monitoringSetup'
import { freePort, startRealPrometheus } from './realPrometheus'
import { startRealVictoriaMetrics } from './realVictoriaMetrics'

/*
 * MODELDECK_LIVE_PROMETHEUS and MODELDECK_LIVE_VICTORIAMETRICS name servers that hold the samples of
 * src/testing/monitoringData.ts already; without them, Debian's are started here.
 */
interface Running {
  url: string
  stop(): Promise<void>
}

function runOnce(given: string | undefined, start: () => Promise<Running>): () => Promise<string> {
  let running: Promise<Running> | undefined
  afterAll(async () => (await running)?.stop())
  return async () => {
    if (given !== undefined && given !== '') return given
    running ??= start()
    return (await running).url
  }
}

describe('over the test data', () => {
  const prometheus = runOnce(process.env['MODELDECK_LIVE_PROMETHEUS'], () => startRealPrometheus(monitoringSeries()))
  monitoringContract('Prometheus', async () => testDataSetup({ baseUrl: await prometheus() }))
})

describe('over the same data', () => {
  const address = process.env['MODELDECK_LIVE_VICTORIAMETRICS']
  const victoriaMetrics = runOnce(address, () => startRealVictoriaMetrics(monitoringSeries()))
  monitoringContract('VictoriaMetrics', async () => testDataSetup({ baseUrl: await victoriaMetrics() }))
})

describe('where nothing listens', async () => {
  const port = await freePort()
  unreachableMonitoringContract('Prometheus', () => sourceOverTestData({ baseUrl: `http://127.0.0.1:${port}` }))
})
