import { lazy, Suspense, useState } from 'react'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { DoneNote, type Done } from './DoneNote'
import { useOpenAction } from './useOpenAction'

const ActionDialog = lazy(async () => ({ default: (await import('./ActionDialog')).ActionDialog }))

export interface ActionDialogsProps {
  registry: RegistrySource
  model: RegisteredModel
  /** The version that the page is about, where it is about one. */
  version?: string
}

/** The dialog that the address asks for (`?action=promote&version=13`), and what became of the last decision. Once a page. */
export function ActionDialogs({ registry, model, version }: ActionDialogsProps) {
  const { open, close } = useOpenAction()
  const [done, setDone] = useState<{ model: string; done: Done } | null>(null)
  const target = open?.version ?? version ?? null
  return (
    <>
      {done?.model === model.ref.name && <DoneNote key={done.done.change.id} model={model.ref} done={done.done} onDismiss={() => setDone(null)} />}
      {open && target !== null && !registry.readOnly && (
        <Suspense fallback={null}>
          <ActionDialog
            key={`${open.action} ${target}`}
            registry={registry}
            model={model}
            action={open.action}
            version={target}
            onClose={close}
            onDone={(next) => {
              setDone({ model: model.ref.name, done: { ...next, version: target } })
              close()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
