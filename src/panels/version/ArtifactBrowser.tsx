import { useQuery } from '@tanstack/react-query'
import { artifactsQuery } from '@/queries/registry'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { ArtifactList } from './ArtifactList'
import type { VersionPanelProps } from './SignaturePanel'

/** The files that are kept with a version: folders open when asked, small texts are shown, all can be downloaded. */
export function ArtifactBrowser({ registry, version }: VersionPanelProps) {
  const state = useQuery(artifactsQuery(registry, version, ''))
  return (
    <PanelFrame
      title="Artifacts"
      state={state}
      headingLevel={2}
      minHeight={80}
      isEmpty={(artifacts) => artifacts.length === 0}
      emptyText={
        version.sourceUri === null
          ? 'The registry does not say where the files of this version are.'
          : `The registry cannot list files outside of its own store. They are at ${version.sourceUri}`
      }
    >
      {(artifacts) => <ArtifactList registry={registry} version={version} artifacts={artifacts} label="Artifacts" />}
    </PanelFrame>
  )
}
