import { useQuery } from '@tanstack/react-query'
import { isBare, type Evaluation } from '@/domain/evaluation/evaluation'
import type { ModelVersion } from '@/domain/version'
import { ProblemList } from '@/panels/model-head/ProblemList'
import { mapLoadable } from '@/panels/charts/mapLoadable'
import type { RegistrySource } from '@/ports/registry'
import { evaluationQuery } from '@/queries/evaluation'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { CalibrationPanel } from './CalibrationPanel'
import { ConfusionPanel } from './ConfusionPanel'
import styles from './Evaluation.module.css'
import { FoldsPanel } from './FoldsPanel'
import { missingParts } from './missingParts'
import { PicturesPanel } from './PicturesPanel'
import { SlicesPanel } from './SlicesPanel'
import { ThresholdPanel } from './ThresholdPanel'

export interface EvaluationPanelsProps {
  registry: RegistrySource
  version: ModelVersion
  headingLevel?: 2 | 3
}

/** What the version's run keeps of its evaluation: a panel for each part that is there, and what is not in words. */
export function EvaluationPanels({ registry, version, headingLevel = 2 }: EvaluationPanelsProps) {
  const state = useQuery(evaluationQuery(registry, version))
  const found = state.data
  if (found === undefined || isBare(found)) {
    return (
      <PanelFrame title="Evaluation" state={state} headingLevel={headingLevel} minHeight={80} isEmpty={() => true} emptyText={<NothingKept />}>
        {() => null}
      </PanelFrame>
    )
  }
  const { confusion, calibration, folds, roc, precisionRecall, pictures } = found
  const missing = missingParts(found)
  const part = <T,>(data: T) => ({ state: mapLoadable(state, data), headingLevel })
  return (
    <div className={styles['panels']} role="group" aria-label="Evaluation">
      <ProblemList problems={found.problems} />
      {(roc.length > 0 || precisionRecall.length > 0) && <ThresholdPanel {...part<Evaluation>(found)} />}
      <div className={styles['pair']}>
        {confusion && <ConfusionPanel {...part(confusion)} />}
        {calibration && <CalibrationPanel {...part(calibration)} />}
        {found.slices.map((table) => (
          <SlicesPanel key={table.origin} {...part(table)} />
        ))}
        {folds && <FoldsPanel {...part(folds)} />}
      </div>
      {pictures.length > 0 && <PicturesPanel registry={registry} version={version} {...part(pictures)} />}
      {missing !== null && <p className={styles['quiet']}>{missing}</p>}
    </div>
  )
}

function NothingKept() {
  return (
    <>
      The run keeps no evaluation that can be read here. <code>mlflow.models.evaluate</code>, or files such as <code>confusion_matrix.json</code>,{' '}
      <code>roc_curve.json</code>, <code>pr_curve.json</code>, <code>metrics_by_region.json</code> among its artifacts, appear here.
    </>
  )
}
