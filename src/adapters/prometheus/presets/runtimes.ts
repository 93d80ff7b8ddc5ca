import { bentoml } from './bentoml'
import { fastapi } from './fastapi'
import { flask } from './flask'
import { istio } from './istio'
import { knative } from './knative'
import { kserve } from './kserve'
import { mlserver } from './mlserver'
import { rayServe } from './rayServe'
import { seldonV1 } from './seldonV1'
import { seldonV2 } from './seldonV2'
import { tfServing } from './tfServing'
import { torchserve } from './torchserve'
import { triton } from './triton'
import { vllm } from './vllm'

/**
 * Servers of models first, then what serves anything, then what stands in front of it: of several that fit, the
 * one that knows most of a model is chosen. Seldon stands before the servers that it runs.
 */
export const runtimes = [
  seldonV2,
  seldonV1,
  kserve,
  mlserver,
  triton,
  tfServing,
  torchserve,
  bentoml,
  rayServe,
  vllm,
  fastapi,
  flask,
  knative,
  istio,
] as const
