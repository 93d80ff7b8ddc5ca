import { getResponse } from 'msw'
import { memoryStore } from '@/demo/promql/memoryStore'
import { prometheusHandlers } from '@/demo/servers/prometheus'
import { minuteMs } from '@/domain/time'
import { spikeClock, spikeContract, spikeSeries } from '@/testing/contracts/spikes'
import { sourceOverTestData } from '@/testing/monitoringSetup'

const baseUrl = 'http://prometheus.test'
const handlers = prometheusHandlers({ metrics: memoryStore(spikeSeries(), minuteMs), clock: spikeClock }, baseUrl)

spikeContract('The demo’s server', () =>
  sourceOverTestData({
    baseUrl,
    clock: spikeClock,
    fetch: async (input, init) => {
      const response = await getResponse(handlers, new Request(input, init))
      if (!response) throw new TypeError('Failed to fetch')
      return response
    },
  }),
)
