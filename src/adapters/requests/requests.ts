import type { RegistryPrimitives } from '@/adapters/lifecycle/primitives'
import type { RegistrySource } from '@/ports/registry'
import { answerRequest, commentOnRequest } from './answer'
import { requestPromotion } from './file'
import { requestsIn } from './list'

/** The part of the registry port that lets people ask and answer, the same for every registry. */
export type Requests = Pick<RegistrySource, 'requestPromotion' | 'answerRequest' | 'commentOnRequest' | 'listRequests'>

/** Requests on a registry that has only tags; how they stay whole: docs/decisions-protocol.md. */
export function createRequests(p: RegistryPrimitives): Requests {
  return {
    requestPromotion: (draft) => requestPromotion(p, draft),
    answerRequest: (draft) => answerRequest(p, draft),
    commentOnRequest: (draft) => commentOnRequest(p, draft),
    async listRequests(name, signal) {
      const versions = await p.listChangedVersions(name, signal)
      return requestsIn(versions.map(({ version, tags }) => ({ model: { source: p.source, name }, version, tags })))
    },
  }
}
