import { comparePath } from '@/domain/address'
import { versionWords } from '@/domain/words'
import { usePromotionEvidence, type PromotionEvidence } from '@/panels/evidence/usePromotionEvidence'
import { RequestNote } from '@/panels/requests/RequestNote'
import { AppLink } from '@/ui/AppLink'
import type { ActionProps } from './actionProps'
import { CompareTable, type ComparedSide } from './CompareTable'
import { DecisionDialog } from './DecisionDialog'
import { DocumentsCompared } from './DocumentsCompared'
import { ParamDifferences } from './ParamDifferences'
import { RollbackLine } from './RollbackLine'
import { SignatureChanges } from './SignatureChanges'

/** Champion and candidate side by side, the checks, what will be written, and the decision. */
export function PromotionRoom(props: ActionProps) {
  const { context } = props
  const { registry, model, version, champion: championName } = context
  const evidence = usePromotionEvidence(context)
  const { champion, run, championRun } = evidence
  const candidate: ComparedSide = {
    label: `candidate ${versionWords(version.ref.version)}`,
    run,
    serving: servingOf(evidence, version.ref.version),
    servingTime: 'last 24 h',
  }
  const reference: ComparedSide | null =
    championName === null
      ? null
      : { label: `champion ${versionWords(championName)}`, run: championRun, serving: servingOf(evidence, championName), servingTime: 'last 24 h' }
  const both = reference ? [reference, candidate] : [candidate]
  return (
    <DecisionDialog
      {...props}
      gathered={evidence.gathered}
      aside={championName === null ? 'nothing in production yet' : `currently ${versionWords(championName)}`}
    >
      {evidence.request && <RequestNote request={evidence.request} />}
      <CompareTable title={reference ? 'Side by side' : 'What was measured'} reference={reference} candidate={candidate} task={model.task} />
      {championName !== null && (
        <p>
          <AppLink to={comparePath(model.ref, [championName, version.ref.version])}>Compare them on a page of their own</AppLink>
        </p>
      )}
      {championName !== null && <RollbackLine evidence={evidence} champion={championName} />}
      {reference && <SignatureChanges registry={registry} before={champion ?? undefined} after={version} />}
      {reference && both.every((side) => side.run !== undefined) && (
        <ParamDifferences versions={both.map(({ label, run }) => ({ label, run: run ?? null }))} />
      )}
      <DocumentsCompared
        registry={registry}
        versions={[...(champion && reference ? [{ label: reference.label, version: champion }] : []), { label: candidate.label, version }]}
      />
    </DecisionDialog>
  )
}

function servingOf({ serving }: PromotionEvidence, version: string): ComparedSide['serving'] {
  if (serving.waiting) return undefined
  const found = serving.of(version)
  return found === undefined ? 'not-asked' : found
}
