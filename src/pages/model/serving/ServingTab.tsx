import { useModelOutlet } from '@/pages/model/outlet'
import { Serving } from './Serving'

/** The tab of a model that shows how it is served. Another model starts anew: no line of the last one stays. */
export function ServingTab() {
  const outlet = useModelOutlet()
  return <Serving key={`${outlet.registry.id}/${outlet.name}`} {...outlet} />
}
