import { useQuery, skipToken } from '@tanstack/react-query'
import { useState } from 'react'
import { modelPath } from '@/domain/address'
import type { ModelRef } from '@/domain/model'
import type { SignalName } from '@/domain/signal'
import { noMonitoring } from '@/panels/charts/useSignal'
import type { AlertExport, LimitedModel } from '@/ports/alertExport'
import { alertExportQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import { Segments } from '@/ui/controls/Segments'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { ExportedText } from './ExportedText'
import { limitLabel } from './ruleWords'
import styles from './Thresholds.module.css'

export interface RuleExportProps {
  limited: readonly LimitedModel[]
  notes: readonly string[]
}

const files = [
  { value: 'rules', label: 'Prometheus rules' },
  { value: 'routes', label: 'Alertmanager routes' },
] as const
const ways = [
  { value: 'model', label: 'One alert a model' },
  { value: 'version', label: 'One a version' },
] as const

/** The files of an export, to read, to copy and to download. */
export function RuleExport({ limited, notes }: RuleExportProps) {
  const monitoring = useMonitoring()
  const [file, setFile] = useState<(typeof files)[number]['value']>('rules')
  const [by, setBy] = useState<(typeof ways)[number]['value']>('model')
  const state = useQuery(
    monitoring ? alertExportQuery(monitoring, limited, { by, linkTo }) : { queryKey: ['monitoring', 'nothing'], queryFn: skipToken },
  )
  const { data } = state
  return (
    <PanelFrame
      title="Exported alert rules"
      state={state}
      minHeight={300}
      notConfigured={monitoring === null ? noMonitoring : undefined}
      isEmpty={({ alerts }) => alerts === 0}
      emptyText={<Nothing data={data} />}
      notes={data && [...notes, ...data.notes]}
    >
      {(exported) => (
        <div className={styles['section']}>
          <div className={styles['choices']}>
            <Segments label="File" size="small" options={files} value={file} onChange={setFile} />
            {file === 'rules' && <Segments label="Alerts" size="small" options={ways} value={by} onChange={setBy} />}
            <span className={styles['quiet']} role="status">
              {sumWords(exported.alerts, limited.length - withoutAny(limited, exported))}
            </span>
          </div>
          {file === 'rules' && <Left left={exported.left} />}
          <ExportedText file={exported[file]} />
        </div>
      )}
    </PanelFrame>
  )
}

function Nothing({ data }: { data: AlertExport | undefined }) {
  return (
    <>
      No limit is set that monitoring could watch.
      <Left left={data?.left ?? []} />
    </>
  )
}

function Left({ left }: Pick<AlertExport, 'left'>) {
  if (left.length === 0) return null
  return (
    <ul className={styles['left']} aria-label="Limits that are not exported">
      {left.map(({ model, rule, why }) => (
        <li key={`${model.source}/${model.name}/${rule}`}>
          Not exported: {limitLabel(rule)} of <bdi>{model.name}</bdi>. {why}
        </li>
      ))}
    </ul>
  )
}

function withoutAny(limited: readonly LimitedModel[], { left }: AlertExport): number {
  return limited.filter(({ model, rules }) => rules.every(({ name }) => left.some((one) => one.rule === name && one.model.source === model.ref.source && one.model.name === model.ref.name))).length
}

function sumWords(alerts: number, models: number): string {
  return `${alerts} ${alerts === 1 ? 'rule' : 'rules'} of ${models} ${models === 1 ? 'model' : 'models'}`
}

/** The page that shows the signal, from outside: mails and chats link to it. */
function linkTo(ref: ModelRef, signal: SignalName): string {
  const tab = signal === 'drift' || signal.startsWith('quality_') ? 'quality' : 'serving'
  return new URL(modelPath(ref, tab).slice(1), document.baseURI).href
}
