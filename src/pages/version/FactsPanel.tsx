import type { Run } from '@/domain/run'
import type { ModelVersion, VersionStatus } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { CopyButton } from '@/ui/controls/CopyButton'
import { ExternalLink } from '@/ui/controls/ExternalLink'
import { Absent } from '@/ui/figures/Absent'
import { Timestamp } from '@/ui/figures/Timestamp'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { Facts, type Fact } from '@/ui/layout/Facts'
import styles from './FactsPanel.module.css'

const statusWords: Readonly<Record<VersionStatus, string>> = {
  ready: 'Ready',
  pending: 'Being registered',
  failed: 'Registration failed',
  unknown: 'Not known',
}

export interface FactsPanelProps {
  registry: RegistrySource
  state: Loadable<ModelVersion>
  /** The run that made it; `null`: there is none. */
  runState: Loadable<Run | null>
}

/** Where the version comes from and what the registry says of it. */
export function FactsPanel({ registry, state, runState }: FactsPanelProps) {
  return (
    <PanelFrame title="Facts" state={state} headingLevel={2} minHeight={260}>
      {(version) => <Facts facts={[...versionFacts(version), ...runFacts(registry, version, runState.data)]} />}
    </PanelFrame>
  )
}

function versionFacts(version: ModelVersion): readonly Fact[] {
  const { status, statusMessage, createdAt, updatedAt, createdBy, aliases, stage, sourceUri } = version
  return [
    { name: 'Status', value: <span className={status === 'failed' ? styles['failed'] : undefined}>{[statusWords[status], statusMessage].filter(Boolean).join(': ')}</span> },
    { name: 'Registered', value: <Timestamp at={createdAt} /> },
    { name: 'By', value: createdBy === null ? <Absent reason="The registry does not say who registered it." /> : <bdi>{createdBy}</bdi> },
    { name: 'Changed', value: <Timestamp at={updatedAt} /> },
    { name: 'Aliases', value: aliases.length === 0 ? <Absent reason="No alias points here." /> : <bdi>{aliases.join(', ')}</bdi> },
    ...(stage === null ? [] : [{ name: 'Stage', value: stage }]),
    { name: 'Source', value: sourceUri === null ? <Absent reason="The registry does not say where its files are." /> : <Copied text={sourceUri} label="Copy the source" /> },
  ]
}

function runFacts(registry: RegistrySource, { runId, loggedModelId }: ModelVersion, run: Run | null | undefined): readonly Fact[] {
  const noRun = runId === null ? 'No run is known that made this version.' : `Run ${runId} is gone or could not be read.`
  const url = run && registry.webUrl({ run })
  const name = run && <bdi>{run.name ?? run.id}</bdi>
  return [
    { name: 'Run', value: run === undefined ? '…' : run === null ? <Absent reason={noRun} /> : url === null ? name : <ExternalLink href={url ?? ''}>{name}</ExternalLink> },
    ...(loggedModelId === null ? [] : [{ name: 'Logged model', value: <code>{loggedModelId}</code> }]),
    { name: 'Trained by', value: run?.user == null ? <Absent reason="The run does not say who started it." /> : <bdi>{run.user}</bdi> },
    { name: 'Trained', value: <Timestamp at={run?.startedAt ?? null} absent="No run says when." /> },
    { name: 'Commit', value: run?.commit == null ? <Absent reason="No Git commit was recorded with the run." /> : <Copied text={run.commit} label="Copy the commit" /> },
  ]
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <span className={styles['copied']}>
      <code>{text}</code>
      <CopyButton text={text} label={label} />
    </span>
  )
}
