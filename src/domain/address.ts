import { changeActions, type ChangeAction } from './change'
import type { ModelRef } from './model'
import type { VersionRef } from './version'

/** The tabs of a model's page; versions are the first and have no word of their own. */
export type ModelTab = 'versions' | 'quality' | 'serving' | 'docs' | 'history'

/** The address of a model's page within the app. Names are encoded: they may hold any character but `/`. */
export function modelPath({ source, name }: ModelRef, tab: ModelTab = 'versions'): string {
  const base = `/models/${encoded(source)}/${encoded(name)}`
  return tab === 'versions' ? base : `${base}/${tab}`
}

/** Where the evidence of a judgement is shown: a tab of the model's page, or the page of requests. */
export function evidencePath(ref: ModelRef, place: ModelTab | 'requests'): string {
  return place === 'requests' ? '/requests' : modelPath(ref, place)
}

/** The alerts of one model. */
export function alertsPath({ source, name }: ModelRef): string {
  return `/alerts?model=${encoded(`${source}/${name}`)}`
}

export function versionPath(ref: VersionRef): string {
  return `${modelPath(ref)}/versions/${encoded(ref.version)}`
}

export function comparePath(ref: ModelRef, versions: readonly string[]): string {
  return `${modelPath(ref)}/compare?versions=${versions.map(encoded).join(',')}`
}

/** A model's page with the dialog of an action open: `?action=rollback&version=17`. */
export function actionPath(ref: ModelRef, action: ChangeAction, version: string): string {
  return `${modelPath(ref)}?action=${action}&version=${encoded(version)}`
}

/** What `?action=…&version=…` asks for; `null`: no action, or none that is known. */
export function actionOf(params: URLSearchParams): { action: ChangeAction; version: string | null } | null {
  const action = changeActions.find((known) => known === params.get('action'))
  return action === undefined ? null : { action, version: params.get('version') || null }
}

/** Names come from others: half of a surrogate pair, of which encodeURIComponent makes an error, becomes `\uFFFD`. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
}
