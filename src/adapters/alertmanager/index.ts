import { createHttp, type HttpOptions } from '@/adapters/http'
import { loaded } from '@/adapters/loaded'
import type { Capability } from '@/domain/capability'
import type { Clock } from '@/domain/time'
import type { AlertSource, JoinModels } from '@/ports/alerts'
import { SourceError } from '@/ports/sourceError'
import { serverError } from './errors'
import { toAlerts } from './translate'
import { alertsAnswer, statusAnswer } from './wire'

export interface AlertmanagerOptions {
  id: string
  baseUrl: string
  /** `true`: silences are shown, and neither set nor ended. */
  readOnly: boolean
  clock: Clock
  /** How the labels of its alerts name models: as those of the monitoring whose rules raise them. */
  join: (signal?: AbortSignal) => Promise<JoinModels>
  /** For tests. */
  fetch?: HttpOptions['fetch']
}

/** An Alertmanager, or what speaks its API v2: Mimir's, Grafana's. No request is sent yet. */
export function createAlertmanager({ id, baseUrl, readOnly, clock, join, fetch }: AlertmanagerOptions): AlertSource {
  const http = createHttp({ source: id, product: 'Alertmanager', baseUrl, readError: serverError, fetch })
  // Who silences what is not in the first load of a list.
  const silences = async () => (await loaded(id, import('./silences'))).createSilences(id, http, clock)
  const refuseWrite = () =>
    Promise.reject(
      new SourceError({
        source: id,
        kind: 'denied',
        message: `config.json lets nobody write to ${id}.`,
        advice: 'Set the silence in the Alertmanager itself, or take "readOnly" out of config.json.',
      }),
    )
  return {
    id,
    type: 'alertmanager',
    hasRules: false,
    silences: readOnly ? 'read' : 'write',

    async info(signal) {
      const { versionInfo, cluster } = await http.json(statusAnswer, { method: 'GET', path: '/api/v2/status', signal })
      const capabilities: Capability[] = readOnly ? ['alerts'] : ['alerts', 'silences']
      const notes = cluster?.status === 'settling' ? ['The cluster is settling: silences of other members may be missing.'] : []
      return { id, type: 'alertmanager', product: 'Alertmanager', version: versionInfo.version ?? null, capabilities, notes }
    },

    async listAlerts(signal) {
      const [answer, joined] = await Promise.all([http.json(alertsAnswer, { method: 'GET', path: '/api/v2/alerts', signal }), join(signal)])
      return { ...toAlerts(id, answer), join: joined }
    },

    listRules: () =>
      Promise.reject(
        new SourceError({
          source: id,
          kind: 'unsupported',
          message: `${id} is an Alertmanager: it evaluates no rules.`,
          advice: 'Add the Prometheus whose rules send to it under "sources" in config.json.',
        }),
      ),

    listSilences: async (signal) => (await silences()).list(signal),
    silence: readOnly ? refuseWrite : async (draft, signal) => (await silences()).set(draft, signal),
    unsilence: readOnly ? refuseWrite : async (silence, signal) => (await silences()).end(silence, signal),
  }
}
