import { useModelOutlet } from '@/pages/model/outlet'
import { Quality } from './Quality'

/** The tab of a model that shows how good it is. Another model starts anew: no line of the last one stays. */
export function QualityTab() {
  const outlet = useModelOutlet()
  return <Quality key={`${outlet.registry.id}/${outlet.name}`} {...outlet} />
}
