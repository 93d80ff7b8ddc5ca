import { describe } from 'vitest'
import { monitoringContract } from '@/testing/contracts/monitoring'
import { promqlRefusals } from '@/testing/contracts/prometheus'
import { sourceOverTestData, testDataSetup } from '@/testing/monitoringSetup'
import { replayFetch } from '@/testing/recording'
import prometheus from './recorded/prometheus.json'
import victoriaMetrics from './recorded/victoriaMetrics.json'

const baseUrl = '/proxy/prometheus'

describe.each([
  { name: 'Prometheus 2.42', recording: prometheus },
  { name: 'VictoriaMetrics 1.79', recording: victoriaMetrics },
])('recorded from $name', ({ name, recording }) => {
  const options = { baseUrl, fetch: replayFetch(recording, baseUrl) }
  monitoringContract(name, () => testDataSetup(options))
  promqlRefusals(name, (drift) => Promise.resolve(sourceOverTestData({ ...options, queries: { drift } })))
})
