import type { AlertSource, JoinModels } from '@/ports/alerts'
import { SourceError } from '@/ports/sourceError'
import { createApi, type Answer } from './api'
import type { PrometheusOptions } from './index'
import { loaded } from '@/adapters/loaded'
import { createMatcher } from './matching'
import { createPresetChoice } from './presetChoice'
import { modeldeck } from './presets/modeldeck'
import { withoutUnnamed } from './question'
import { resolveSettings, type PrometheusSettings, type ResolvedSettings } from './settings'
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
    async info(signal) {
      const [{ describeSource }, settings] = await Promise.all([loaded(id, import('./sourceInfo')), choice.get()])
      return describeSource(id, api, settings, clock.now(), signal)
    },
    async listAlerts(signal) {
      const [{ data, notes }, settings] = await Promise.all([offered(id, api.alerts(signal)), choice.get()])
      const found = toAlerts(id, data.alerts)
      return { alerts: found.alerts, notes: [...notes, ...found.notes], join: joinBy(settings) }
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

/**
 * Joins alerts that come by another way as this Prometheus joins its own: what its rules raise has the labels of
 * what it measures. Where it does not answer which preset fits, config.json alone decides.
 */
export function alertJoin(options: PrometheusOptions): () => Promise<JoinModels> {
  const choice = createPresetChoice(options, createApi(options), options.clock)
  return async () => joinBy(await choice.get().catch(() => resolveSettings(options)))
}

/** Joins labels to models by the settings alone. */
export function settingsJoin(settings: PrometheusSettings): () => Promise<JoinModels> {
  return async () => joinBy(resolveSettings(settings))
}

/**
 * By the labels that are configured, else those of the preset in use. A rule that was written by hand may carry the
 * convention's instead: they are read where the others are absent.
 */
function joinBy({ rules, labels, preset }: Pick<ResolvedSettings, 'rules' | 'labels' | 'preset'>): JoinModels {
  return (models) => {
    const own = createMatcher(models, rules, labels)
    const usual = createMatcher(models, rules, modeldeck.labels)
    const noVersion = preset?.noVersion ?? []
    return {
      notes: own.notes,
      find(row) {
        const [known = row] = withoutUnnamed([{ labels: row }], labels, noVersion).map(({ labels }) => labels)
        const matcher = known[labels.model] === undefined ? usual : own
        return matcher.find(known).map(({ ref, version }) => ({ ref, version }))
      },
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
