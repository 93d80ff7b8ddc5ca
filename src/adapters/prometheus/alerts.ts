import type { AlertSource, JoinModels } from '@/ports/alerts'
import { SourceError } from '@/ports/sourceError'
import { createApi, type Answer } from './api'
import type { PrometheusOptions } from './index'
import { createMatcher } from './matching'
import { createPresetChoice } from './presetChoice'
import { resolveSettings, type PrometheusSettings } from './settings'
import { describeSource } from './sourceInfo'
import { toAlerts, toRules } from './translateAlerts'

/** The alerting rules of a Prometheus, or of what speaks its HTTP API, and what they have raised. No request is sent yet. */
export function createPrometheusAlerts(options: PrometheusOptions): AlertSource {
  const { id, clock } = options
  const api = createApi(options)
  const choice = createPresetChoice(options, api, clock)
  const noSilences = () =>
    Promise.reject(
      new SourceError({
        source: id,
        kind: 'unsupported',
        message: `${id} evaluates rules and keeps no silences.`,
        advice: 'Add the Alertmanager that it sends to under "sources" in config.json.',
      }),
    )
  return {
    id,
    type: 'prometheus',
    hasRules: true,
    silences: 'none',
    info: async (signal) => describeSource(id, api, await choice.get(), clock.now(), signal),
    async listAlerts(signal) {
      const { data, notes } = await offered(id, api.alerts(signal))
      const found = toAlerts(id, data.alerts)
      return { alerts: found.alerts, notes: [...notes, ...found.notes], join: await alertJoin(options) }
    },
    async listRules(signal) {
      const { data, notes } = await offered(id, api.rules(signal))
      const found = toRules(data.groups)
      return { ...found, notes: [...notes, ...found.notes] }
    },
    listSilences: noSilences,
    silence: noSilences,
    unsilence: noSilences,
  }
}

/** Joins the labels of alerts to models as monitoring joins those of its samples. */
export async function alertJoin(options: PrometheusSettings): Promise<JoinModels> {
  const { rules, labels } = resolveSettings(options)
  return (models) => {
    const matcher = createMatcher(models, rules, labels)
    return {
      notes: matcher.notes,
      find: (row) => matcher.find(row).map(({ ref, version }) => ({ ref, version })),
    }
  }
}

/** A query layer without a ruler has no such path: that is no failure. */
async function offered<T>(id: string, answer: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof SourceError) || error.kind !== 'not-found') throw error
    throw new SourceError({
      source: id,
      kind: 'unsupported',
      message: `${id} does not list rules and alerts.`,
      advice: 'Name the server that evaluates the rules (Prometheus, a ruler, vmalert) or an Alertmanager under "sources" in config.json.',
      cause: error,
    })
  }
}
