import { writeFile } from 'node:fs/promises'
import { afterAll, describe } from 'vitest'
import { monitoringContract, unreachableMonitoringContract } from '@/testing/contracts/monitoring'
import { promqlRefusals } from '@/testing/contracts/prometheus'
import { monitoringSeries } from '@/testing/monitoringData'
import { sourceOverTestData, testDataSetup } from '@/testing/monitoringSetup'
import { recordingFetch } from '@/testing/recording'
import { freePort, startRealPrometheus } from './realPrometheus'
import { startRealVictoriaMetrics } from './realVictoriaMetrics'

/*
 * MODELDECK_LIVE_PROMETHEUS and MODELDECK_LIVE_VICTORIAMETRICS name servers that hold the samples of
 * src/testing/monitoringData.ts already; without them, Debian's are started here. MODELDECK_RECORD renews the
 * recordings that the tests without servers replay (scripts/record-prometheus.mjs).
 */
interface Running {
  url: string
  stop(): Promise<void>
}

function contractOver(name: string, file: string, given: string | undefined, start: () => Promise<Running>) {
  let running: Promise<Running & ReturnType<typeof recordingFetch>> | undefined

  async function run() {
    const server = given ? { url: given, stop: async () => undefined } : await start()
    return { ...server, ...recordingFetch(server.url) }
  }
  async function options() {
    running ??= run()
    const { url, fetch } = await running
    return { baseUrl: url, fetch }
  }

  describe(`${name} over the test data`, () => {
    afterAll(async () => {
      const server = await running
      await server?.stop()
      if (!server || !process.env['MODELDECK_RECORD']) return
      await writeFile(`src/adapters/prometheus/recorded/${file}`, `${JSON.stringify(server.exchanges(), null, 1)}\n`)
    })
    monitoringContract(name, async () => testDataSetup(await options()))
    promqlRefusals(name, async (drift) => sourceOverTestData({ ...(await options()), queries: { drift } }))
  })
}

contractOver('Prometheus', 'prometheus.json', process.env['MODELDECK_LIVE_PROMETHEUS'], () =>
  startRealPrometheus(monitoringSeries()),
)
contractOver('VictoriaMetrics', 'victoriaMetrics.json', process.env['MODELDECK_LIVE_VICTORIAMETRICS'], () =>
  startRealVictoriaMetrics(monitoringSeries()),
)

describe('where nothing listens', async () => {
  const port = await freePort()
  unreachableMonitoringContract('Prometheus', () => sourceOverTestData({ baseUrl: `http://127.0.0.1:${port}` }))
})
