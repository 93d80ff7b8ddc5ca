import { alertsPath, modelPath, versionPath } from '@/domain/address'
import type { EvidencePlace } from '@/domain/gate/gate'
import type { VersionRef } from '@/domain/version'

/** Where the evidence of a check can be seen; `null`: this app has no page of it. */
export function evidencePath(place: EvidencePlace, of: VersionRef): string | null {
  switch (place) {
    case 'versions':
    case 'quality':
    case 'serving':
    case 'docs':
    case 'history':
      return modelPath(of, place)
    case 'run':
    case 'artifacts':
    case 'requests':
      return versionPath(of)
    case 'alerts':
      return alertsPath(of)
    default:
      return null
  }
}
