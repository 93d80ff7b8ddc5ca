import { ruleGroups } from '@/demo/alerting/rules'
import type { Labels } from '@/demo/promql/matcher'
import type { World } from '@/demo/world/world'
import { hourMs, minuteMs, type EpochMs } from '@/domain/time'
import { fingerprintOf } from './fingerprint'
import { compileSilence } from './alertmanagerSilences'

/** An alert as the simulated Alertmanager holds it. */
export interface HeldAlert {
  labels: Labels
  annotations: Labels
  startsAt: EpochMs
  updatedAt: EpochMs
  fingerprint: string
  silencedBy: readonly string[]
  inhibitedBy: readonly string[]
  receiver: string
  generatorURL: string
}

/** What the company's Prometheus adds to each alert that it sends. */
const externalLabels = { cluster: 'eu-central' }
const prometheus = 'http://prometheus.example.com:9090'

/** Everything that fires now, in the order of the fingerprints: what the rules raise, and what others have sent. */
export async function heldAlerts(world: World): Promise<readonly HeldAlert[]> {
  const now = world.clock.now()
  const groups = await world.alerting.groups()
  const raised = groups.flatMap(({ evaluatedAt, rules }) =>
    rules.flatMap(({ alerts }) =>
      alerts.flatMap(({ labels, annotations, firedAt }) =>
        firedAt === null ? [] : [{ labels: { ...externalLabels, ...labels }, annotations, startsAt: firedAt, updatedAt: evaluatedAt }],
      ),
    ),
  )
  const silences = [...world.silences.values()].filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now).map((silence) => ({ id: silence.id, covers: compileSilence(silence.matchers) }))
  const held = [...raised, diskAlert(world.start, now)].map((alert): HeldAlert => {
    const labels: Labels = alert.labels
    return {
      ...alert,
      fingerprint: fingerprintOf(labels),
      silencedBy: silences.filter(({ covers }) => covers(labels)).map(({ id }) => id),
      inhibitedBy: [],
      receiver: labels['severity'] === 'critical' ? 'ml-on-call' : 'ml-team',
      generatorURL: `${prometheus}/graph?g0.expr=${encodeURIComponent(exprOf(labels['alertname'] ?? ''))}&g0.tab=1`,
    }
  })
  return held
    .map((alert) => ({ ...alert, inhibitedBy: held.filter((other) => inhibits(other, alert)).map(({ fingerprint }) => fingerprint) }))
    .toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
}

/** The machines' own Prometheus sends to the same place. */
function diskAlert(start: EpochMs, now: EpochMs): Pick<HeldAlert, 'labels' | 'annotations' | 'startsAt' | 'updatedAt'> {
  return {
    labels: { ...externalLabels, alertname: 'DiskAlmostFull', instance: 'pushgateway:9100', job: 'node', severity: 'warning' },
    annotations: { summary: 'The disk of pushgateway is 91% full.' },
    startsAt: start - 5 * hourMs,
    updatedAt: Math.floor(now / minuteMs) * minuteMs,
  }
}

/** The one inhibition rule: of one version, a critical alert speaks for the warnings. */
function inhibits({ labels: source }: HeldAlert, { labels: target }: HeldAlert): boolean {
  const same = (name: string) => (source[name] ?? '') === (target[name] ?? '')
  return source['severity'] === 'critical' && target['severity'] === 'warning' && same('model') && same('version')
}

function exprOf(name: string): string {
  return ruleGroups.flatMap(({ rules }) => rules).find(({ alert }) => alert === name)?.expr('') ?? 'node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.1'
}
