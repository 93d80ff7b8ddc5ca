import { severityOf, summaryOf, type Alert, type AlertRule, type Labels } from '@/domain/alerts/alert'
import type { EpochMs } from '@/domain/time'
import type { RuleSet } from '@/ports/alerts'
import { parseValue } from './translate'
import type { WireAlert, WireRuleGroups } from './wire'

export interface TranslatedAlerts {
  alerts: readonly Alert[]
  /** What could not be read, in words. */
  notes: readonly string[]
}

/** What is pending or firing. One without readable labels is left out and counted in the notes. */
export function toAlerts(source: string, found: readonly WireAlert[] | null): TranslatedAlerts {
  const notes = new Notes()
  const alerts = (found ?? []).flatMap((one): Alert[] => {
    const labels = textsOf(one.labels)
    const state = one.state === 'firing' || one.state === 'pending' ? one.state : null
    const name = labels['alertname']
    if (name === undefined || state === null) {
      notes.count('could not be read and is left out', 'could not be read and are left out')
      return []
    }
    const since = instantOf(one.activeAt)
    if (since === null) notes.count('does not say since when', 'do not say since when')
    return [
      {
        name,
        state,
        severity: severityOf(labels),
        since,
        labels,
        annotations: textsOf(one.annotations),
        value: parseValue(one.value) ?? null,
        silencedBy: [],
        inhibitions: 0,
        sources: [source],
        graphUrl: null,
      },
    ]
  })
  return { alerts, notes: notes.list(source) }
}

/** The alerting rules, in the order of their groups. */
export function toRules(groups: WireRuleGroups): RuleSet {
  const rules = (groups ?? []).flatMap(({ name: group, rules }) =>
    (rules ?? [])
      .filter(({ type }) => type === undefined || type === 'alerting')
      .map((rule): AlertRule => {
        const known = (['inactive', 'pending', 'firing'] as const).find((state) => state === rule.state)
        const failed = rule.health === 'err' || rule.health === 'bad' || (rule.lastError ?? '') !== ''
        return {
          name: rule.name,
          group,
          query: rule.query ?? '',
          forMs: Math.round((rule.duration ?? 0) * 1000),
          severity: severityOf(textsOf(rule.labels)),
          state: known ?? 'unknown',
          error: failed ? (rule.lastError ?? 'The server does not say why.') : null,
          evaluatedAt: instantOf(rule.lastEvaluation),
          summary: summaryOf(textsOf(rule.annotations)),
        }
      }),
  )
  return { rules, notes: [] }
}

/** The texts among the values; others are left out. */
export function textsOf(values: Readonly<Record<string, unknown>> | null | undefined): Labels {
  return Object.fromEntries(Object.entries(values ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** An instant of Go: its zero time means that there is none. */
export function instantOf(text: unknown): EpochMs | null {
  if (typeof text !== 'string' || text.startsWith('0001-')) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

/** Counts what was odd, to be said once. */
export class Notes {
  readonly #counts = new Map<string, { many: string; count: number }>()

  count(one: string, many: string): void {
    const { count = 0 } = this.#counts.get(one) ?? {}
    this.#counts.set(one, { many, count: count + 1 })
  }

  list(source: string): string[] {
    return [...this.#counts].map(([one, { many, count }]) => `${count === 1 ? `One alert of ${source} ${one}` : `${count} alerts of ${source} ${many}`}.`)
  }
}
