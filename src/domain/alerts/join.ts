import { fitsModel, type Alert, type AlertSubject, type JoinedAlert, type Labels } from './alert'
import type { ModelRef } from '@/domain/model'

/** Finds models by labels, as one source reads its labels. */
export type FindSubjects = (labels: Labels) => readonly AlertSubject[]

/** Joins alerts to models: as the sources read the labels that know the alert. */
export function joinAlerts(alerts: readonly Alert[], finders: ReadonlyMap<string, FindSubjects>): readonly JoinedAlert[] {
  return alerts.map((alert) => {
    const subjects = alert.sources.flatMap((source) => finders.get(source)?.(alert.labels) ?? [])
    return { ...alert, subjects: subjects.filter((one, index) => subjects.findIndex(({ ref }) => fitsModel(ref, one.ref)) === index) }
  })
}

/** An alert of one model. */
export interface ModelAlert extends Alert {
  /** `null`: the whole model. */
  version: string | null
}

/** The alerts that belong to a model, each with the version that it speaks of. */
export function alertsOf(joined: readonly JoinedAlert[], ref: ModelRef): readonly ModelAlert[] {
  return joined.flatMap(({ subjects, ...alert }) => {
    const subject = subjects.find((one) => fitsModel(one.ref, ref))
    return subject ? [{ ...alert, version: subject.version }] : []
  })
}
