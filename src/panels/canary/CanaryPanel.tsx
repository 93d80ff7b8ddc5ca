import type { CanaryReport } from '@/domain/canary'
import { durationWords } from '@/domain/words'
import { servingWindowMs } from '@/panels/evidence/useServingEvidence'
import { versionLabel } from '@/ui/format/versions'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './Canary.module.css'
import { CanaryTable } from './CanaryTable'
import { useCanary, type CanaryQuestion } from './useCanary'

const words: Readonly<Record<CanaryReport['verdict'], string>> = {
  better: 'Better',
  worse: 'Worse',
  same: 'As good',
  'not-enough-data': 'Not enough data',
  unknown: 'Not known',
}

/** How a second version that serves, as canary, shadow or in an A/B test, does against the champion. Nothing where none serves. */
export function CanaryPanel(question: CanaryQuestion) {
  const canary = useCanary(question)
  const { champion, challenger } = question
  if (canary === null || champion === null) return null
  const { version, state, queries } = canary
  return (
    <PanelFrame
      title={version === challenger ? 'Champion against challenger' : 'Champion against another version'}
      unit={`last ${durationWords(servingWindowMs)}`}
      state={state}
      minHeight={150}
      id="canary"
      queryText={queries}
      notes={[
        'Differences are the second version’s minus the champion’s. Intervals hold the true difference in 95 of 100 cases; p95 comes from a histogram and has none.',
        ...(version === challenger ? [] : [`The registry does not name ${versionLabel(version)} as challenger; it gets requests.`]),
      ]}
    >
      {(report) => (
        <div className={styles['canary']}>
          <p className={styles['verdict']}>
            <strong data-verdict={report.verdict}>{words[report.verdict]}.</strong> {report.sentence}
          </p>
          <CanaryTable report={report} />
        </div>
      )}
    </PanelFrame>
  )
}
