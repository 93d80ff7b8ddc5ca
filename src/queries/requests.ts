import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnswerDraft, CommentDraft, RegistrySource, RequestDraft } from '@/ports/registry'
import { refreshModel } from './commands'
import { registryKeys } from './registry'

/** Versions in one page: MLflow answers so many in 80 ms. */
const pageSize = 1000

/** The requests for promotion on one model's versions, newest first, closed ones among them: one call. */
export function requestsQuery(registry: RegistrySource, name: string) {
  return queryOptions({
    queryKey: [...registryKeys.model({ source: registry.id, name }), 'requests'],
    queryFn: ({ signal }) => registry.listRequests(name, signal),
  })
}

/** The open requests on all models of a registry: two calls, one where nothing is pending. */
export function openRequestsQuery(registry: RegistrySource) {
  return queryOptions({
    queryKey: [...registryKeys.lists(registry.id), 'open-requests'],
    queryFn: ({ signal }) => registry.listOpenRequests(signal),
  })
}

/** All requests of a registry page by page, those on the versions registered last first. */
export function allRequestsQuery(registry: RegistrySource) {
  return infiniteQueryOptions({
    queryKey: [...registryKeys.lists(registry.id), 'all-requests'],
    queryFn: ({ signal, pageParam }) => registry.listRecentRequests({ pageSize, pageToken: pageParam }, signal),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.nextPageToken,
  })
}

function firstPage(): string | null {
  return null
}

/** Files a request. The screen changes when the registry has. */
export function useRequestPromotion(registry: RegistrySource) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: RequestDraft) => registry.requestPromotion(draft),
    onSettled: (_outcome, _error, draft) => refreshModel(client, draft.model),
  })
}

/** Approves, rejects or withdraws. */
export function useAnswerRequest(registry: RegistrySource) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: AnswerDraft) => registry.answerRequest(draft),
    onSettled: (_outcome, _error, draft) => refreshModel(client, draft.model),
  })
}

export function useCommentOnRequest(registry: RegistrySource) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: CommentDraft) => registry.commentOnRequest(draft),
    onSettled: (_outcome, _error, draft) => refreshModel(client, draft.model),
  })
}
