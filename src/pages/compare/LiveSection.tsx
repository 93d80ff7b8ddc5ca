import type { RegisteredModel } from '@/domain/model'
import type { Unit } from '@/domain/signal'
import { servedModel } from '@/panels/servedModel'
import { useVersionFigures, type VersionLive } from '@/panels/version/useVersionFigures'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { failureWords } from '@/ui/frame/panelState'
import type { ComparedLayout } from './compareAddress'
import type { Compared } from './compared'
import { ComparedTable, type ComparedRow } from './ComparedTable'
import styles from './ComparePage.module.css'

export interface LiveSectionProps {
  model: RegisteredModel
  compared: Compared
  layout: ComparedLayout
}

const lines = [
  { key: 'rate', name: 'Requests', unit: 'per_second', better: null },
  { key: 'errors', name: 'Errors', unit: 'ratio', better: 'lower' },
  { key: 'p95', name: 'p95', unit: 'ms', better: 'lower' },
] as const satisfies readonly { key: keyof VersionLive; name: string; unit: Unit; better: 'lower' | null }[]

/** What each version serves now. */
export function LiveSection({ model, compared, layout }: LiveSectionProps) {
  const figures = useVersionFigures(servedModel(model))
  const live = compared.map(({ name }) => figures.of(name))
  const waiting = live.some((one) => one === undefined)
  const state = {
    data: waiting || (figures.error !== null && figures.answeredAt === null) ? undefined : live.flatMap((one) => one ?? []),
    error: figures.answeredAt === null ? figures.error : figures.stale,
    isPending: waiting,
    isFetching: waiting,
    dataUpdatedAt: figures.answeredAt ?? 0,
    refetch: figures.retry,
  }
  const against = `against ${compared[0]?.label ?? ''}`
  // A dozen versions of which two serve are two rows; the reference stays, whatever it does.
  const places = live.flatMap((one, i) => (i === 0 || (one && Object.values(one).some((value) => value !== null)) ? [i] : []))
  const shown = places.flatMap((place) => compared[place] ?? [])
  // Of what was not answered nothing follows, and where there is nothing at all that is what is said.
  const told = figures.error === null && !nothing(live.flatMap((one) => one ?? []))
  const silent = told ? compared.filter((one) => !shown.includes(one)).map(({ label }) => label) : []
  const rows = (all: readonly VersionLive[]): readonly ComparedRow[] =>
    lines.map(({ key, name, unit, better }) => ({
      key,
      name,
      numeric: true,
      cells: places.map((place) => {
        const [value, before] = [all[place]?.[key] ?? null, all[0]?.[key] ?? null]
        return (
          <span key={compared[place]?.name}>
            <Figure value={value} unit={unit} absent={figures.absent} />
            {place > 0 && better !== null && value !== null && before !== null && (
              <small className={styles['small']}>
                <Delta difference={value - before} unit={unit} better={better} against={against} />
              </small>
            )}
          </span>
        )
      }),
    }))
  return (
    <PanelFrame
      title="Serving now"
      unit="over the last 5 min"
      state={state}
      headingLevel={2}
      minHeight={100}
      notConfigured={figures.configured ? undefined : 'No monitoring is configured: what each version serves is not known.'}
      isEmpty={nothing}
      emptyText="None of these versions serves anything that monitoring sees."
      notes={[...(figures.error === null || figures.stale !== null ? [] : [`Not all of it was answered. ${failureWords(figures.error).what}`]), ...(silent.length === 0 ? [] : [`Not seen by monitoring, so without requests or not scraped: ${silent.join(', ')}.`]), ...figures.notes]}
    >
      {(all) => <ComparedTable name="Serving now" versions={shown} rows={rows(all)} layout={layout} />}
    </PanelFrame>
  )
}

function nothing(all: readonly VersionLive[]): boolean {
  return all.every((one) => Object.values(one).every((value) => value === null))
}
