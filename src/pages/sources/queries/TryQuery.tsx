import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import type { MonitoringSource, QueryPlan, Selection, SignalPlan } from '@/ports/monitoring'
import { minuteMs } from '@/domain/time'
import { useKnownModels } from '@/pages/sources/useKnownModels'
import { previewQuery } from '@/queries/monitoring'
import { Button } from '@/ui/controls/Button'
import { CopyButton } from '@/ui/controls/CopyButton'
import { Segments } from '@/ui/controls/Segments'
import { TextArea } from '@/ui/controls/TextArea'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { configLines } from './configLines'
import { PreviewTable } from './PreviewTable'
import styles from './Queries.module.css'

export interface TryQueryProps {
  signal: SignalPlan
  plan: QueryPlan
  monitoring: MonitoringSource
}

const windowMs = 5 * minuteMs

/**
 * A place to write a query, to see what the server makes of it now, and to take the lines for config.json: these only
 * of what the server took.
 */
export function TryQuery({ signal, plan, monitoring }: TryQueryProps) {
  const inUse = signal.query ?? ''
  const [draft, setDraft] = useState(inUse)
  const [by, setBy] = useState<Selection['by']>('version')
  const [asked, setAsked] = useState<string | null>(null)
  const { known, complete, isPending } = useKnownModels()
  const answer = useQuery({
    ...previewQuery(monitoring, signal.name, asked ?? '', { models: known, by }, { windowMs }),
    enabled: asked !== null && !isPending,
  })
  const run = () => {
    if (asked === draft) void answer.refetch()
    else setAsked(draft)
  }
  const runByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    run()
  }
  return (
    <>
      <TextArea
        label="PromQL"
        rows={3}
        spellCheck={false}
        autoCapitalize="off"
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={runByKey}
      />
      <dl className={styles['placeholders']}>
        {plan.placeholders.map(({ name, meaning }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['tools']}>
        <Button variant="primary" size="small" busy={answer.isFetching} disabled={draft.trim() === ''} onClick={run} title="Ctrl+Enter">
          Run
        </Button>
        <Segments
          label="Answer"
          size="small"
          value={by}
          onChange={setBy}
          options={[
            { value: 'version', label: 'by version' },
            { value: 'model', label: 'by model' },
          ]}
        />
        {draft !== inUse && (
          <Button variant="quiet" size="small" onClick={() => setDraft(inUse)}>
            Back to what is in use
          </Button>
        )}
      </div>
      {asked !== null && (
        <PanelFrame
          title="Answer"
          unit="now, looking back 5 minutes"
          id={`answer-${monitoring.id}-${signal.name}`}
          variant="bare"
          headingLevel={3}
          minHeight={96}
          state={answer}
          queryText={answer.data?.query}
          notes={[
            ...(answer.data?.notes ?? []),
            ...(complete ? [] : ['Not every registered model was read, so some of what belongs to none may be registered all the same.']),
          ]}
          isEmpty={({ figures, strangers }) => figures.length + strangers.length === 0}
          emptyText="The server took the query and has nothing to answer: no sample fits it."
        >
          {(preview) => <PreviewTable preview={preview} />}
        </PanelFrame>
      )}
      {draft !== inUse && asked === draft && answer.isSuccess && (
        <ConfigLines lines={configLines(plan, signal.name, draft)} source={monitoring.id} />
      )}
    </>
  )
}

function ConfigLines({ lines, source }: { lines: string; source: string }) {
  return (
    <div className={styles['config']}>
      <p>
        To use it, put this into the source <code>{source}</code> of config.json:
      </p>
      <pre className={styles['query']}>{lines}</pre>
      <CopyButton withText text={lines} label="Copy for config.json" />
    </div>
  )
}
