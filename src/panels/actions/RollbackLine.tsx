import { latencyWords, percentWords } from '@/domain/words'
import type { PromotionEvidence } from '@/panels/evidence/usePromotionEvidence'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './CompareTable.module.css'

export interface RollbackLineProps {
  evidence: PromotionEvidence
  champion: string
}

/** Where a roll back would lead after the promotion, and how that version does now. */
export function RollbackLine({ evidence, champion }: RollbackLineProps) {
  const target = evidence.gathered.evidence.rollbackTarget
  const serving = target?.version === champion ? evidence.serving.of(champion) : null
  const figures = [
    ...(serving?.errorRatio == null ? [] : [`${percentWords(serving.errorRatio)} errors`]),
    ...(serving?.p95Ms == null ? [] : [`p95 ${latencyWords(serving.p95Ms)}`]),
  ]
  return (
    <section>
      <SectionHeading level={3}>Roll back target</SectionHeading>
      <p className={styles['quiet']}>
        {evidence.gathered.waiting.has('rollbackTarget')
          ? 'The older versions are being read …'
          : target == null
            ? 'None: no older version could take over again.'
            : `Version ${target.version}${target.version === champion ? ', in production until now' : ''}${figures.length > 0 ? `: ${figures.join(', ')} in the last 24 h` : ''}.`}
      </p>
    </section>
  )
}
