import type { SignalQuery } from '@/adapters/prometheus/preset'
import { workloadLabel } from '@/adapters/prometheus/labelScope'
import { maxOver } from '@/adapters/prometheus/presets/formulas'

/*
 * What cAdvisor (https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md) and kube-state-metrics
 * (https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload) say of pods and deployments.
 * They know no model, so that the name of the workload stands for it.
 */

/** What KServe and Knative put behind the name of an inference service. */
const service = '(?:-predictor(?:-default)?)?(?:-[0-9]{5}-deployment)?'
/** https://github.com/kubernetes/apimachinery/blob/master/pkg/util/rand/rand.go: no vowels, and none of 0, 1 and 3. */
const random = '[bcdfghjklmnpqrstvwxz2456789]'
/** ReplicaSet and pod, CronJob and pod, Job and pod, or the number that a StatefulSet gives. */
const pod = `(?:(?:-${random}{6,10}|-[0-9]{8,10})?-${random}{5}|-[0-9]{1,4})?`

const ofPods = (vector: string) => named(vector, `(.+?)${service}${pod}`)
const ofDeployments = (vector: string) => named(vector, `(.+?)${service}`)

function named(vector: string, pattern: string): string {
  return `sum by ($by) (label_replace(${vector}, "${workloadLabel}", "$1", "$label", "${pattern}"))`
}

/** The sums of a pod and of its pause container would count everything twice. */
const containers = 'container!="", container!="POD", $selector'
const cadvisor = { scope: 'pod', exporter: 'cAdvisor, a part of the kubelet, exports them' } as const
const state = { exporter: 'kube-state-metrics exports them' } as const

function limit(resource: string): SignalQuery {
  return { query: ofPods(`kube_pod_container_resource_limits{resource="${resource}", $selector}`), combine: 'sum', worst: 'none', scope: 'pod', ...state }
}

/** Over a longer step the fewest, so that one that was gone for a minute is seen. */
function replicas(metric: string): SignalQuery {
  const gauge = `${metric}{$selector}`
  return { query: ofDeployments(gauge), long: { query: ofDeployments(`min_over_time(${gauge}[$step])`), each: 'min' }, combine: 'sum', scope: 'deployment', ...state }
}

const memory = `container_memory_working_set_bytes{${containers}}`
const throttled = (metric: string) => ofPods(`rate(${metric}{${containers}}[$window])`)

export const kubernetesSignals = {
  cpu_cores: { query: ofPods(`rate(container_cpu_usage_seconds_total{${containers}}[$window])`), combine: 'sum', worst: 'max', ...cadvisor },
  cpu_limit: limit('cpu'),
  cpu_throttled: {
    query: `${throttled('container_cpu_cfs_throttled_periods_total')} / (${throttled('container_cpu_cfs_periods_total')} > 0)`,
    combine: 'max',
    note: 'The share of the scheduler’s periods in which a container had to wait, because its limit of CPU was used up.',
    ...cadvisor,
  },
  memory_bytes: { query: ofPods(memory), long: { query: ofPods(maxOver(memory)), each: 'max' }, combine: 'sum', ...cadvisor },
  memory_limit: limit('memory'),
  replicas_wanted: replicas('kube_deployment_spec_replicas'),
  replicas_available: replicas('kube_deployment_status_replicas_available'),
} satisfies Record<string, SignalQuery>
