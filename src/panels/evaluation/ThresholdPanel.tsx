import { useState } from 'react'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import { areaUnder, atThreshold, averagePrecision, bestThreshold, pointAt, thresholdSpan } from '@/domain/evaluation/threshold'
import { UnitChart } from '@/ui/charts/UnitChart'
import { SelectField } from '@/ui/controls/SelectField'
import { fixed } from '@/ui/format/numbers'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { curveClasses, curvesOf, prevalenceOf } from './curveChoice'
import styles from './Evaluation.module.css'
import { originNote } from './originNote'
import { ThresholdControl } from './ThresholdControl'
import { ThresholdFacts } from './ThresholdFacts'
import { ThresholdTable } from './ThresholdTable'

export interface ThresholdPanelProps {
  state: Loadable<Evaluation>
  headingLevel: 2 | 3
}

/** Precision-recall and ROC curves with one threshold that moves along both. */
export function ThresholdPanel({ state, headingLevel }: ThresholdPanelProps) {
  const classes = state.data ? curveClasses(state.data) : []
  const [chosenClass, chooseClass] = useState<string | null>(null)
  const positive = classes.find((name) => name === chosenClass) ?? classes[0] ?? null
  const curves = state.data ? curvesOf(state.data, positive) : null
  const span = curves && thresholdSpan(curves)
  const best = curves && bestThreshold(curves)
  const [chosen, choose] = useState<number | null>(null)
  const first = span === null || (span.min <= 0.5 && span.max >= 0.5) ? 0.5 : (best ?? span.min)
  const threshold = chosen ?? first
  const at = curves && span ? atThreshold(curves, threshold) : null
  const roc = curves?.roc ?? null
  const pr = curves?.precisionRecall ?? null
  const rocHere = roc && span && pointAt(roc.points, threshold)
  const prHere = pr && span && pointAt(pr.points, threshold)
  const base = state.data && prevalenceOf(state.data, positive)
  const origins = [pr?.origin, roc?.origin].flatMap((origin) => (origin === undefined ? [] : originNote(origin)))

  return (
    <PanelFrame
      title="Threshold"
      {...(positive !== null && { unit: `for “${positive}”` })}
      state={state}
      headingLevel={headingLevel}
      minHeight={320}
      notes={[...(span === null ? ['The curves were kept without their thresholds: what a threshold does is not known.'] : []), ...new Set(origins)]}
      tableView={curves && span ? () => <ThresholdTable curves={curves} span={span} /> : undefined}
      actions={
        classes.length > 1 && (
          <SelectField label="Class" hideLabel options={classes.map((name) => ({ value: name, label: name }))} value={positive ?? ''} onChange={chooseClass} />
        )
      }
    >
      {() => (
        <>
          {span && at && (
            <div className={styles['threshold']}>
              <ThresholdControl value={threshold} span={span} best={best} onChange={choose} />
              <ThresholdFacts at={at} />
            </div>
          )}
          <div className={styles['pair']}>
            {pr && (
              <UnitChart
                measure="Precision-recall curve"
                x="recall"
                y="precision"
                join="steps"
                points={pr.points.map(({ recall, precision }) => [recall, precision] as const)}
                against={base == null ? null : [[0, base], [1, base]]}
                here={prHere && [prHere.recall, prHere.precision]}
                summary={`Average precision ${fixed(averagePrecision(pr), 3)}.${prHere ? ` At threshold ${fixed(threshold, 2)}: precision ${fixed(prHere.precision, 3)}, recall ${fixed(prHere.recall, 3)}.` : ''}`}
              />
            )}
            {roc && (
              <UnitChart
                measure="ROC curve"
                x="false positive rate"
                y="true positive rate"
                points={roc.points.map(({ falsePositiveRate, truePositiveRate }) => [falsePositiveRate, truePositiveRate] as const)}
                against={[[0, 0], [1, 1]]}
                here={rocHere && [rocHere.falsePositiveRate, rocHere.truePositiveRate]}
                summary={`Area under the curve ${fixed(areaUnder(roc), 3)}.${rocHere ? ` At threshold ${fixed(threshold, 2)}: true positive rate ${fixed(rocHere.truePositiveRate, 3)}, false positive rate ${fixed(rocHere.falsePositiveRate, 3)}.` : ''}`}
              />
            )}
          </div>
          <p className={styles['areas']}>
            {pr && <span>Average precision {fixed(averagePrecision(pr), 3)}; dashed: what guessing would reach.</span>}
            {roc && <span>Area under the ROC curve {fixed(areaUnder(roc), 3)}; dashed: guessing.</span>}
          </p>
        </>
      )}
    </PanelFrame>
  )
}
