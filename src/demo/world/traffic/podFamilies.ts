import { outcomes } from './behaviour'
import { cpuLimit, deploymentOf, type Deployment, type Pod } from './deployment'
import type { Family, Reading, SeriesSource } from './seriesSource'
import type { ServedVersion } from './servedVersion'

/** Cores of a pod that nobody calls. */
const idleCores = 0.015
/** The scheduler's periods of 100 ms in a second. */
const periodsPerSecond = 10
const namespace = 'models'

interface Placed {
  version: ServedVersion
  deployment: Deployment
}

function family(name: string, sources: readonly SeriesSource[]): Family {
  return { name, sources }
}

/** What cAdvisor and kube-state-metrics say of the pods: their CPU follows the requests. */
export function podFamilies(versions: readonly ServedVersion[]): readonly Family[] {
  const placed = versions.flatMap((version): Placed[] => {
    const deployment = deploymentOf(version)
    return deployment === null ? [] : [{ version, deployment }]
  })
  const ofPods = (name: string, extra: Readonly<Record<string, string>>, values: (placed: Placed, pod: Pod) => SeriesSource['values']): SeriesSource[] =>
    placed.flatMap((one) =>
      one.deployment.pods.map((pod) => ({
        labels: { __name__: name, namespace, pod: pod.name, container: 'server', ...extra },
        lives: one.version.ledger.lives(),
        values: values(one, pod),
      })),
    )
  const cadvisor = { job: 'kubelet', instance: 'node-1:10250' }
  const state = { job: 'kube-state-metrics', instance: 'kube-state-metrics:8080' }
  const ofDeployments = (name: string, value: (deployment: Deployment, at: number) => number): Family =>
    family(
      name,
      placed.map(({ version, deployment }) => ({
        labels: { __name__: name, namespace, deployment: deployment.name, ...state },
        lives: version.ledger.lives(),
        values: (times) => times.map((at) => value(deployment, at)),
      })),
    )
  return [
    family('container_cpu_usage_seconds_total', ofPods('container_cpu_usage_seconds_total', cadvisor, ({ version, deployment }, { share }) => {
      const { mean } = version.latency
      return counted(version, outcomes.map((outcome) => share * deployment.computing * mean[outcome]), idleCores)
    })),
    family('container_cpu_cfs_periods_total', ofPods('container_cpu_cfs_periods_total', cadvisor, ({ version }) => counted(version, [], periodsPerSecond))),
    family('container_cpu_cfs_throttled_periods_total', ofPods('container_cpu_cfs_throttled_periods_total', cadvisor, ({ version, deployment }) => {
      const perRequest = (deployment.throttled * periodsPerSecond) / version.model.traffic.requestsPerSecond
      return counted(version, outcomes.map(() => perRequest), 0)
    })),
    family('container_memory_working_set_bytes', ofPods('container_memory_working_set_bytes', cadvisor, (_, pod) => (times) => times.map((at) => pod.memory(at)))),
    family('kube_pod_container_resource_limits', [
      ...ofPods('kube_pod_container_resource_limits', { ...state, resource: 'cpu', unit: 'core' }, () => (times) => times.map(() => cpuLimit)),
      ...ofPods('kube_pod_container_resource_limits', { ...state, resource: 'memory', unit: 'byte' }, ({ deployment }) => (times) => times.map(() => deployment.memoryLimit)),
    ]),
    ofDeployments('kube_deployment_spec_replicas', ({ pods }) => pods.length),
    ofDeployments('kube_deployment_status_replicas_available', (deployment, at) => deployment.available(at)),
  ]
}

/** A counter of what requests cost and of what time costs; its process is older than what anybody sees of it. */
function counted({ ledger }: ServedVersion, weights: readonly number[], perSecond: number): SeriesSource['values'] {
  return (times: Float64Array, reading: Reading) => {
    const columns = weights.length === 0 ? [] : reading.outcomes(ledger, times)
    return times.map((at, i) => {
      const requests = weights.reduce((sum, weight, k) => sum + weight * (columns[k]?.[i] ?? 0), 0)
      return requests + (at / 1000 - 1.6e9) * perSecond
    })
  }
}
