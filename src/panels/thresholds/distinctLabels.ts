import type { Series } from '@/domain/series'

export type Labels = Readonly<Record<string, string>>

/** Names the series by what tells them apart: a label that all of them share says nothing beside a chart of them. */
export function distinctLabels(series: readonly Series[]): (labels: Labels) => Labels {
  const names = new Set(series.flatMap(({ subject }) => Object.keys(subject.labels)))
  const telling = [...names].filter((name) => new Set(series.map(({ subject }) => subject.labels[name])).size > 1)
  return (labels) => Object.fromEntries(telling.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]]])))
}
