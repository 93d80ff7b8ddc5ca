import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Change } from '@/domain/change'
import type { Evidence } from '@/domain/gate/evidence'
import { approvalOf, decisiveRequest, type PlacedRequest } from '@/domain/request'
import { rollbackTarget } from '@/domain/rollback'
import type { Run } from '@/domain/run'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { modelCardQuery, runsQuery, testReportQuery, versionQuery, versionsQuery } from '@/queries/registry'
import { requestsQuery } from '@/queries/requests'
import type { DecisionContext } from './decisionContext'
import { documentsOf } from './documents'
import type { EvidencePart, Gathered } from './gathered'
import { modelMetricsEvidence } from './qualityEvidence'
import { useAlertEvidence } from './useAlertEvidence'
import { useRegistryEvidence } from './useRegistryEvidence'
import { useServingEvidence, type ServingFigures } from './useServingEvidence'

/** Everything that the promotion room shows, gathered once for the checks and for the comparison. */
export interface PromotionEvidence {
  gathered: Gathered
  /** `null`: there is none, or it is gone; `undefined`: on its way. */
  champion: ModelVersion | null | undefined
  /** `null`: none is known; `undefined`: on its way. */
  run: Run | null | undefined
  championRun: Run | null | undefined
  serving: ServingFigures
  /** The open request for this version; `null`: there is none; `undefined`: on its way, or not known. */
  request: PlacedRequest | null | undefined
}

/** Gathers what speaks for and against promoting a version. */
export function usePromotionEvidence(context: DecisionContext): PromotionEvidence {
  const { registry, model, version, champion: championName } = context
  const base = useRegistryEvidence(context)
  const championAsked = useQuery({
    ...versionQuery(registry, { ...model.ref, version: championName ?? '' }),
    enabled: championName !== null,
  })
  const champion = championName === null ? null : championAsked.isPending ? undefined : (championAsked.data ?? null)
  const both = champion ? [version, champion] : [version]
  const runs = useQuery({ ...runsQuery(registry, both), enabled: champion !== undefined })
  const card = useQuery(modelCardQuery(registry, version))
  const tests = useQuery(testReportQuery(registry, version))
  const requests = useQuery(requestsQuery(registry, model.ref.name))
  const others = useInfiniteQuery(versionsQuery(registry, model.ref.name, model))
  const serving = useServingEvidence(model)
  const alerts = useAlertEvidence(model)

  const runOf = (of: ModelVersion | null | undefined) =>
    of === null ? null : of === undefined || runs.isPending ? undefined : (runs.data?.get(runIdOf(of) ?? '') ?? null)
  const run = runOf(version)
  const championRun = runOf(champion)
  const request = requests.data && decisiveRequest(requests.data.items.filter((one) => one.version === version.ref.version))

  const evidence: Evidence = {
    ...base.gathered.evidence,
    quality: run ? modelMetricsEvidence(run) : null,
    championQuality: championName === null ? undefined : championRun ? modelMetricsEvidence(championRun) : null,
    serving: serving.of(version.ref.version),
    championServing: championName === null ? undefined : serving.of(championName),
    lineage: run ? { commit: run.commit, run: run.id, data: run.datasets?.[0]?.name ?? null } : version.runId === null ? noLineage : null,
    documentation: documentsOf(version, card.data ?? null),
    tests: tests.data ?? null,
    approval: request === undefined ? null : request === null ? noApproval : approvalOf(request),
    alerts: alerts.alerts,
    rollbackTarget: targetAfter(context, others.data?.pages.flatMap(({ items }) => items) ?? [], champion ?? null),
  }
  const waiting = new Set<EvidencePart>(base.gathered.waiting)
  if (run === undefined) for (const part of ['quality', 'lineage'] as const) waiting.add(part)
  if (championRun === undefined) waiting.add('championQuality')
  if (serving.waiting) for (const part of ['serving', 'championServing'] as const) waiting.add(part)
  if (card.isPending) waiting.add('documentation')
  if (tests.isPending) waiting.add('tests')
  if (requests.isPending) waiting.add('approval')
  if (alerts.waiting) waiting.add('alerts')
  if (others.isPending || champion === undefined) waiting.add('rollbackTarget')

  const queries = [championAsked, runs, card, tests, requests, others]
  const failed = queries.find(({ error }) => error)?.error ?? serving.error ?? alerts.error ?? base.gathered.trouble?.error ?? null
  return {
    gathered: {
      evidence,
      waiting,
      trouble: failed && {
        error: failed,
        retry() {
          for (const query of queries) if (query.error) void query.refetch()
          serving.retry()
          alerts.retry()
          base.gathered.trouble?.retry()
        },
      },
    },
    champion,
    run,
    championRun,
    serving,
    request,
  }
}

const noApproval = { requester: null, approver: null }
const noLineage = { commit: null, run: null, data: null }

/** Where a roll back would lead once the version is promoted. */
function targetAfter({ version, champion: from }: DecisionContext, loaded: readonly ModelVersion[], champion: ModelVersion | null): Evidence['rollbackTarget'] {
  const to = version.ref.version
  const promotion: Pick<Change, 'status' | 'at' | 'from' | 'to'> = { status: 'done', at: 0, from, to }
  return rollbackTarget(to, [promotion], champion ? [champion, ...loaded] : loaded)
}
