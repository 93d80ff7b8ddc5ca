import { useState } from 'react'
import { KeyValueTable } from '@/panels/version/KeyValueTable'
import { keyedDifferences } from '@/panels/version/keyedDifferences'
import { Button } from '@/ui/controls/Button'
import { Absent } from '@/ui/figures/Absent'
import { countText } from '@/ui/format/numbers'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { ComparedLayout } from './compareAddress'
import type { Compared, ComparedVersion } from './compared'
import { ComparedTable } from './ComparedTable'
import styles from './ComparePage.module.css'

export interface DifferencesSectionProps {
  /** `Parameters`. */
  title: string
  /** One of them: `parameter`. */
  one: string
  state: Loadable<Compared>
  layout: ComparedLayout
  /** The names and values of one version; `null`: they are not known. */
  pick: (version: ComparedVersion) => Readonly<Record<string, string>> | null
  /** Why a value is missing. */
  absent: string
}

/** Names and values in which versions differ; those that are the same are folded away. */
export function DifferencesSection({ title, one, state, layout, pick, absent }: DifferencesSectionProps) {
  const [open, setOpen] = useState(false)
  const records = state.data?.map(pick) ?? []
  const { differing, same } = keyedDifferences(records)
  const unknown = state.data?.filter((_, i) => records[i] === null).map(({ label }) => label) ?? []
  return (
    <PanelFrame
      title={`${title} that differ`}
      state={state}
      headingLevel={2}
      minHeight={64}
      isEmpty={() => differing.length === 0 && same.length === 0}
      emptyText={`No version has a ${one}.`}
      notes={unknown.length === 0 ? [] : [`Of ${unknown.join(', ')} nothing is known: no run.`]}
    >
      {(compared) => (
        <>
          {differing.length === 0 && <p className={styles['quiet']}>Every {one} is the same.</p>}
          {differing.length > 0 && (
            <ComparedTable
              name={`${title} that differ`}
              versions={compared}
              layout={layout}
              rows={differing.map(({ name, values }) => ({
                key: name,
                name: <bdi>{name}</bdi>,
                cells: values.map((value, i) => (
                  <Value key={compared[i]?.name} value={value} same={i > 0 && value === values[0]} absent={records[i] === null ? 'No run is known that made this version.' : absent} />
                )),
              }))}
            />
          )}
          {same.length > 0 && (
            <Button size="small" variant="quiet" className={styles['more']} aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Hide' : 'Show'} {countText(same.length)} equal {same.length === 1 ? one : title.toLowerCase()}
            </Button>
          )}
          {open && same.length > 0 && <KeyValueTable name={`Equal ${title.toLowerCase()}`} entries={same} />}
        </>
      )}
    </PanelFrame>
  )
}

const longText = 160

function Value({ value, same, absent }: { value: string | null; same: boolean; absent: string }) {
  if (value === null) return <Absent reason={absent} />
  if (value === '') return <span className={styles['quiet']}>empty</span>
  return (
    <bdi className={same ? styles['same'] : undefined} title={value.length > longText ? value : undefined}>
      {value.length > longText ? `${value.slice(0, longText)}…` : value}
    </bdi>
  )
}
