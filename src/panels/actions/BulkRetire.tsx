import { lazy, Suspense, useState } from 'react'
import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { Button } from '@/ui/controls/Button'
import type { BulkAction } from './bulkRows'
import { actionVerbs } from './decisionWords'

const BulkRetireDialog = lazy(async () => ({ default: (await import('./BulkRetireDialog')).BulkRetireDialog }))

export interface BulkRetireProps {
  registry: RegistrySource
  model: RegisteredModel
  /** The chosen versions. */
  versions: readonly ModelVersion[]
}

/** Retires several versions at once: one reason, one record each. Draws nothing where the registry is read-only. */
export function BulkRetire({ registry, model, versions }: BulkRetireProps) {
  const [open, setOpen] = useState<{ action: BulkAction; versions: readonly ModelVersion[] } | null>(null)
  if (registry.readOnly) return null
  return (
    <>
      {(['deprecate', 'archive'] as const).map((action) => (
        // What was chosen when it opened: versions that are retired by it must not leave its list.
        <Button key={action} size="small" disabled={versions.length === 0} onClick={() => setOpen({ action, versions })}>
          {actionVerbs[action]}
        </Button>
      ))}
      {open && (
        <Suspense fallback={null}>
          <BulkRetireDialog registry={registry} model={model} action={open.action} versions={open.versions} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
}
