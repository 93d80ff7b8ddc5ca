import { useQuery } from '@tanstack/react-query'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { signatureQuery } from '@/queries/registry'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { SignatureTable } from './SignatureTable'

export interface VersionPanelProps {
  registry: RegistrySource
  version: ModelVersion
}

/** The signature of a version, asked from the registry. */
export function SignaturePanel({ registry, version }: VersionPanelProps) {
  const state = useQuery(signatureQuery(registry, version))
  return (
    <PanelFrame
      title="Signature"
      state={state}
      headingLevel={2}
      minHeight={80}
      isEmpty={(signature) => signature === null}
      emptyText="No signature is stored with this version. Log the model with input_example or signature, and callers learn what to send."
    >
      {(signature) => signature && <SignatureTable signature={signature} />}
    </PanelFrame>
  )
}
