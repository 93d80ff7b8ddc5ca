import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import type { Evidence } from '@/domain/gate/evidence'
import { productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { Policy } from '@/domain/policy'
import { gateLevel } from '@/domain/policy'
import { approvalOf, decisiveRequest } from '@/domain/request'
import type { Run } from '@/domain/run'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { documentsOf } from '@/panels/evidence/documents'
import { modelMetricsEvidence } from '@/panels/evidence/qualityEvidence'
import { useServingEvidence } from '@/panels/evidence/useServingEvidence'
import type { RegistrySource } from '@/ports/registry'
import { modelCardQuery, runsQuery, testReportQuery, versionsQuery } from '@/queries/registry'
import { requestsQuery } from '@/queries/requests'
import { useSources } from '@/queries/sources'
import { previewRow, type PreviewRow } from './previewRows'

/** Versions that the preview looks at: the newest. */
export const previewed = 8

export interface PolicyPreviewData {
  rows: readonly PreviewRow[]
  /** What the loaded versions' runs logged. */
  runs: readonly Run[]
  /** Of how many that are loaded; `more`: the registry has further ones. */
  loaded: number
  more: boolean
  waiting: boolean
  error: Error | null
}

/** What a policy would say about today's versions. Documents and tests are asked only where the policy requires them. */
export function usePolicyPreview(registry: RegistrySource, model: RegisteredModel, policy: Policy): PolicyPreviewData {
  const { policy: deployment } = useSources()
  const versions = useInfiniteQuery(versionsQuery(registry, model.ref.name, model))
  const all = versions.data?.pages.flatMap(({ items }) => items) ?? []
  const champion = productionOf(model, registry.aliasNames, all)?.version ?? null
  const newest = all.slice(0, previewed)
  const looked = [...newest, ...all.filter(({ ref }) => ref.version === champion && !newest.some((one) => one.ref.version === champion))]
  const runs = useQuery({ ...runsQuery(registry, looked), enabled: looked.length > 0 })
  const requests = useQuery(requestsQuery(registry, model.ref.name))
  const serving = useServingEvidence(model)

  const layers = { model: policy, deployment }
  const requires = (gate: string) => gateLevel(layers, gate, 'advisory').value === 'required'
  const [needsTests, needsDocuments] = [requires('tests'), requires('documentation')]
  const tests = useQueries({ queries: looked.map((version) => ({ ...testReportQuery(registry, version), enabled: needsTests })) })
  const cards = useQueries({ queries: looked.map((version) => ({ ...modelCardQuery(registry, version), enabled: needsDocuments })) })

  const runOf = (version: ModelVersion | undefined) => (version && runs.data?.get(runIdOf(version) ?? '')) ?? null
  const championVersion = looked.find(({ ref }) => ref.version === champion)
  const championRun = runOf(championVersion)
  const evidenceOf = (version: ModelVersion, index: number): Omit<Evidence, 'policy'> => {
    const { version: number } = version.ref
    const run = runOf(version)
    const request = requests.data && decisiveRequest(requests.data.items.filter((one) => one.version === number))
    return {
      candidate: { version: number, status: version.status, lifecycle: version.lifecycle.state },
      registry: { seenChampion: champion, champion, openIntent: null },
      quality: run ? modelMetricsEvidence(run) : null,
      championQuality: champion === null ? undefined : championRun ? modelMetricsEvidence(championRun) : null,
      serving: serving.of(number),
      championServing: champion === null ? undefined : serving.of(champion),
      lineage: run ? { commit: run.commit, run: run.id, data: run.datasets?.[0]?.name ?? null } : version.runId === null ? { commit: null, run: null, data: null } : null,
      documentation: needsDocuments ? documentsOf(version, cards[index]?.data ?? null) : undefined,
      tests: needsTests ? (tests[index]?.data ?? null) : undefined,
      approval: request === undefined ? null : request === null ? { requester: null, approver: null } : approvalOf(request),
    }
  }
  const queries = [versions, runs, requests]
  return {
    rows: looked.map((version, index) => previewRow(version.ref.version, evidenceOf(version, index), { deployment, now: model.policy, edited: policy })),
    runs: [...(runs.data?.values() ?? [])],
    loaded: all.length,
    more: versions.hasNextPage,
    waiting: queries.some(({ isPending }) => isPending) || serving.waiting || [...(needsTests ? tests : []), ...(needsDocuments ? cards : [])].some(({ isPending }) => isPending),
    error: queries.find(({ error }) => error)?.error ?? serving.error ?? null,
  }
}
