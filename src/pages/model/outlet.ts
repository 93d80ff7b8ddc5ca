import { useOutletContext } from 'react-router'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import type { Loadable } from '@/ui/frame/loadable'

/** What the page of a model hands to its tabs. */
export interface ModelOutlet {
  registry: RegistrySource
  /** The registered name, unescaped. */
  name: string
  /** The model, on its way or failed: a tab that lives from monitoring works without it. */
  state: Loadable<RegisteredModel>
}

/** The model of the page that this tab is in. */
export function useModelOutlet(): ModelOutlet {
  return useOutletContext<ModelOutlet>()
}
