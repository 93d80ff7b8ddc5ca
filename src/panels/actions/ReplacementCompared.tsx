import { useQuery } from '@tanstack/react-query'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'
import type { DecisionContext } from '@/panels/evidence/decisionContext'
import { useServingEvidence } from '@/panels/evidence/useServingEvidence'
import { runsQuery } from '@/queries/registry'
import { CompareTable, type ComparedSide } from './CompareTable'
import { SignatureChanges } from './SignatureChanges'

export interface ReplacementComparedProps {
  context: DecisionContext
  replacement: ModelVersion
}

/** The version that goes and the one that takes its place: measures, latency, and what callers must change. */
export function ReplacementCompared({ context: { registry, model, version }, replacement }: ReplacementComparedProps) {
  const runs = useQuery(runsQuery(registry, [version, replacement]))
  const figures = useServingEvidence(model)
  const side = (of: ModelVersion, label: string): ComparedSide => {
    const serving = figures.waiting ? undefined : figures.of(of.ref.version)
    return {
      label: `${label} ${versionWords(of.ref.version)}`,
      run: runs.isPending ? undefined : (runs.data?.get(runIdOf(of) ?? '') ?? null),
      serving: !figures.waiting && serving === undefined ? 'not-asked' : serving,
      servingTime: 'last 24 h',
    }
  }
  return (
    <>
      <CompareTable title="Against the replacement" reference={side(version, 'now')} candidate={side(replacement, 'instead')} task={model.task} />
      <SignatureChanges registry={registry} before={version} after={replacement} />
    </>
  )
}
