import { availableActions } from '@/domain/actions'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { useOpenAction } from '@/panels/actions/useOpenAction'
import { useRegistryAbilities } from '@/panels/actions/useRegistryAbilities'
import { VersionMarks } from '@/panels/version/VersionMarks'
import type { RegistrySource } from '@/ports/registry'
import { Button } from '@/ui/controls/Button'
import { ExternalLink } from '@/ui/controls/ExternalLink'
import { Absent } from '@/ui/figures/Absent'
import { Timestamp } from '@/ui/figures/Timestamp'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { ComparedLayout } from './compareAddress'
import type { Compared, ComparedVersion } from './compared'
import { ComparedTable, type ComparedRow } from './ComparedTable'
import styles from './ComparePage.module.css'

export interface OverviewSectionProps {
  registry: RegistrySource
  model: RegisteredModel
  state: Loadable<Compared>
  layout: ComparedLayout
}

/** What each version is, where it comes from, and the way to promote it. */
export function OverviewSection({ registry, model, state, layout }: OverviewSectionProps) {
  const { show } = useOpenAction()
  const abilities = useRegistryAbilities(registry)
  const context = {
    production: productionOf(model, registry.aliasNames),
    candidate: candidateOf(model, registry.aliasNames),
    forbidden: abilities.forbidden,
    registry: abilities,
  }
  const decide = ({ version, name }: ComparedVersion) => {
    const { promote } = availableActions(version, context)
    if (!promote.possible) return <Absent reason={promote.reason} />
    return (
      <Button size="small" aria-label={`Promote version ${name}`} onClick={() => show('promote', name)}>
        Promote
      </Button>
    )
  }
  const rows = (compared: Compared): readonly ComparedRow[] => {
    const row = (name: string, cell: (one: ComparedVersion) => ComparedRow['cells'][number]): ComparedRow => ({ key: name, name, cells: compared.map(cell) })
    return [
      row('Part', ({ version, role }) => <VersionMarks version={version} role={role} aliasNames={registry.aliasNames} />),
      row('Registered', ({ version }) => <Timestamp at={version.createdAt} />),
      row('Run', (one) => <RunLink registry={registry} {...one} />),
      row('Trained by', ({ run }) => (run?.user == null ? <Absent reason="The run does not say who started it." /> : <bdi>{run.user}</bdi>)),
      row('Commit', ({ run }) => (run?.commit == null ? <Absent reason="No Git commit was recorded with the run." /> : <code title={run.commit}>{run.commit.slice(0, 8)}</code>)),
      row('Data', ({ run }) => <DataNames run={run} />),
      ...(abilities.forbidden === null ? [row('Decide', decide)] : []),
    ]
  }
  return (
    <PanelFrame title="Versions" state={state} headingLevel={2} minHeight={200}>
      {(compared) => <ComparedTable name="Versions" versions={compared} rows={rows(compared)} layout={layout} />}
    </PanelFrame>
  )
}

function RunLink({ registry, run }: ComparedVersion & { registry: RegistrySource }) {
  if (!run) return <Absent reason={run === null ? 'No run is known that made this version.' : 'The run was not read.'} />
  const url = registry.webUrl({ run })
  const name = <bdi>{run.name ?? run.id}</bdi>
  return url === null ? name : <ExternalLink href={url}>{name}</ExternalLink>
}

function DataNames({ run }: Pick<ComparedVersion, 'run'>) {
  const names = [...new Set((run?.datasets ?? []).map(({ name, digest }) => (digest === null ? name : `${name} (${digest})`)))]
  if (names.length === 0) return <Absent reason="The run logged no data set." />
  return names.map((name) => (
    <span key={name} className={styles['small']}>
      <bdi>{name}</bdi>
    </span>
  ))
}
