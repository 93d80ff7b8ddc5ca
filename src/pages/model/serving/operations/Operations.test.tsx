import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const slow = { timeout: 30_000 }
const section = (name: string) => screen.findByRole('region', { name }, slow)
const open = (model: string, config?: Parameters<typeof renderPage>[2]) => renderPage(`/models/mlflow/${model}/serving?refresh=off`, demo, config)

describe('what a model runs on', () => {
  it('draws CPU and memory with their limits, throttling, replicas, queue and the store beside it', async () => {
    open('freight-price')
    const capacity = await section('Saturation and cache')
    const figure = (name: string) => within(capacity).findByRole('figure', { name }, slow)
    await waitFor(async () => expect(await figure('CPU')).toHaveTextContent(/v18 used: Last [6-9]\.\d cores.*v18 limit: Last 12 cores/), slow)
    await waitFor(async () => expect(await figure('Memory')).toHaveTextContent(/v18 used: Last \d\.\d GiB.*v18 limit: Last \d\.\d GiB/), slow)
    await waitFor(async () => expect(await figure('CPU throttling')).toHaveTextContent(/v18: Last \d\d %/), slow)
    await waitFor(async () => expect(await figure('Replicas')).toHaveTextContent(/v18 available: Last [56], between 5 and 6.*v18 wanted: Last 6/), slow)
    await waitFor(async () => expect(await figure('Queue length')).toHaveTextContent(/v18: Last/), slow)
    await waitFor(async () => expect(await figure('Cache hit ratio')).toHaveTextContent(/Redis: Last 8\d %/), slow)
    expect(within(capacity).queryByText(/Not supported|Nothing here yet/)).not.toBeInTheDocument()
  })

  it('leads from each chart to the same one elsewhere', async () => {
    open('freight-price', { grafana: { url: 'https://grafana.example/d/pods?var-model={model}', charts: { cpu_cores: 'https://grafana.example/d/cpu' } } })
    const links = within(await section('Saturation and cache')).findAllByRole('link', { name: /^Open in Grafana/ }, slow)
    expect((await links).map((link) => link.getAttribute('href')).slice(0, 2)).toEqual(['https://grafana.example/d/cpu', 'https://grafana.example/d/pods?var-model=freight-price'])
  })

  it('says what to configure where no pod is called as the model', async () => {
    open('driver-fatigue')
    const capacity = await section('Saturation and cache')
    await waitFor(() => expect(capacity).toHaveTextContent(/Nothing here yet: CPU, Memory, CPU throttling, Replicas\. No pod of this model was seen in this range/), slow)
    expect(capacity).toHaveTextContent(/Nothing here yet: Cache hit ratio\..*name its exporter by "cache"/)
    expect(within(capacity).queryByRole('figure')).not.toBeInTheDocument()
  })

  it('says what the source has no samples of, and who exports it', async () => {
    const queries = { cpu_throttled: 'sum by ($by) (no_such_metric{$selector})' }
    const prometheus = { id: 'prometheus', type: 'prometheus', url: 'http://demo.test/prometheus', queries }
    open('claim-fraud', { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }, prometheus] })
    const capacity = await section('Saturation and cache')
    await waitFor(() => expect(capacity).toHaveTextContent('Not supported by prometheus: CPU throttling. No samples of no_such_metric in the last 24 hours.'), slow)
    await waitFor(async () => expect(await within(capacity).findByRole('figure', { name: 'Cache hit ratio' }, slow)).toHaveTextContent(/v12 own cache: Last 4\d %/), slow)
  })
})

describe('the kind of serving decides the panels', () => {
  it('of a batch model: its runs, and no requests', async () => {
    open('spend-forecast')
    const batch = await section('Batch')
    const tiles = await within(batch).findByRole('group', { name: 'Last run' }, slow)
    await waitFor(() => expect(tiles).toHaveTextContent(/9\.\d h since the last run\s?on time, due every 24 h\s?Succeeded outcome.*\d\d min duration.*1\d\d.\d{3} rows/), slow)
    await waitFor(async () => expect(await within(batch).findByRole('figure', { name: 'Time since the last run' }, slow)).toHaveTextContent(/due: 24 h/), slow)
    await waitFor(async () => expect(await within(batch).findByRole('figure', { name: 'Rows of runs' }, slow)).toHaveTextContent(/Last/), slow)
    expect(screen.queryByRole('region', { name: /^Requests|^Request rate/ })).not.toBeInTheDocument()
  })

  it('of a stream: lag and throughput before the requests, by Kafka or by its own word', async () => {
    open('telematics-risk')
    const stream = await section('Stream')
    await waitFor(async () => expect(await within(stream).findByRole('figure', { name: 'Lag' }, slow)).toHaveTextContent(/Kafka: Last \d+/), slow)
    await waitFor(async () => expect(await within(stream).findByRole('figure', { name: 'Throughput' }, slow)).toHaveTextContent(/Kafka: Last \d+ \/s/), slow)
    await waitFor(() => expect(stream).toHaveTextContent('Nothing here yet: Lag in time.'), slow)
    expect(await screen.findByRole('figure', { name: 'Request rate' }, slow)).toBeInTheDocument()
  })

  it('of what answers later: the queue and its oldest, once', async () => {
    open('vehicle-damage-severity')
    const queue = await section('Queue')
    await waitFor(async () => expect(await within(queue).findByRole('figure', { name: 'Oldest in the queue' }, slow)).toHaveTextContent(/v13: Last/), slow)
    expect(await within(queue).findByRole('figure', { name: 'Queue length' }, slow)).toBeInTheDocument()
    await within(await section('Saturation and cache')).findByRole('figure', { name: 'CPU' }, slow)
    expect(screen.getAllByRole('figure', { name: 'Queue length' })).toHaveLength(1)
  })

  it('of a hybrid model: requests and runs, and no stream that it does not read', async () => {
    open('customer-churn')
    await waitFor(async () => expect(await within(await section('Batch')).findByRole('figure', { name: 'Duration of runs' }, slow)).toHaveTextContent(/Last/), slow)
    expect(await screen.findByRole('figure', { name: 'Request rate' }, slow)).toBeInTheDocument()
    await waitFor(async () => expect(await within(await section('Saturation and cache')).findByRole('figure', { name: 'Cache hit ratio' }, slow)).toHaveTextContent(/Memcached: Last 7\d %/), slow)
    expect(screen.queryByRole('region', { name: 'Stream' })).not.toBeInTheDocument()
  })
})
