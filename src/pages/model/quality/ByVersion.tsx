import { useNavigate, useSearchParams } from 'react-router'
import { versionPath } from '@/domain/address'
import { headlineMetrics, type KnownMetric } from '@/domain/metric'
import type { ModelRef } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { scoreLimits } from '@/panels/charts/limits'
import { Button } from '@/ui/controls/Button'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import { withStickyParams } from '@/ui/stickyParams'
import type { Measures } from './measures'
import type { MeasuredVersions } from './useMeasuredVersions'
import { VersionMeasurePanel } from './VersionMeasurePanel'
import type { ScoreContext } from './versionScores'
import styles from './QualityTab.module.css'

export interface ByVersionProps {
  model: ModelRef
  measured: MeasuredVersions
  measures: Measures
  context: ScoreContext
  policy: PolicyLayers
}

/** What the runs of all versions logged, a small multiple a measure. */
export function ByVersion({ model, measured: { state, more }, measures, context, policy }: ByVersionProps) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const onPick = (version: string) => void navigate(withStickyParams(versionPath({ ...model, version }), params))
  const panel = (metric: KnownMetric) => {
    const headline = headlineMetrics.find((other) => other === metric)
    return (
      <VersionMeasurePanel
        key={metric}
        metric={metric}
        state={state}
        context={context}
        limits={headline === undefined ? null : scoreLimits(policy, headline)}
        onPick={onPick}
      />
    )
  }
  const failed = state.data === undefined && state.error != null
  if (failed || (measures.main.length === 0 && measures.others.length === 0)) {
    return (
      <PanelFrame
        title="Measures by version"
        state={state}
        isEmpty={() => true}
        emptyText="No version logged a measure that is recognised. Log accuracy, precision, recall and f1 for a classifier, or rmse, mae and r2 for a regression, in the version’s run."
        minHeight={160}
      >
        {() => null}
      </PanelFrame>
    )
  }
  return (
    <>
      {measures.main.length > 0 && <div className={styles['multiples']} data-layout="row">{measures.main.map(panel)}</div>}
      {measures.others.length > 0 && (
        <>
          <SectionHeading level={2}>Other measures</SectionHeading>
          <div className={styles['multiples']} data-layout="row">{measures.others.map(panel)}</div>
        </>
      )}
      {more && (
        <p className={styles['foot']}>
          The newest {state.data?.length ?? 0} versions are drawn; there are more.
          <Button size="small" onClick={more.load} busy={more.loading}>
            Load older versions
          </Button>
        </p>
      )}
    </>
  )
}
