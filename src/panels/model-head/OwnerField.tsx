import { IconLock, IconPencil } from '@tabler/icons-react'
import { useId, useState, type FormEvent } from 'react'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { useSetOwner } from '@/queries/commands'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { Absent } from '@/ui/figures/Absent'
import { Hint } from '@/ui/figures/Hint'
import { failureWords } from '@/ui/frame/panelState'
import styles from './OwnerField.module.css'

export interface OwnerFieldProps {
  registry: RegistrySource
  model: RegisteredModel
}

/** Who owns the model, set in place. The registry keeps it as a tag. */
export function OwnerField({ registry, model }: OwnerFieldProps) {
  const [editing, setEditing] = useState(false)
  const { owner } = model
  if (editing) return <OwnerForm registry={registry} model={model} onDone={() => setEditing(false)} />
  return (
    <span className={styles['field']}>
      {owner === null ? <Absent reason="Nobody is named as owner." /> : <bdi className={styles['owner']}>{owner}</bdi>}
      {registry.readOnly ? (
        <Hint hint={`${registry.id} is read-only in this deployment: the owner is set in the registry itself, as the tag modeldeck.owner.`}>
          <IconLock size={14} aria-hidden />
          <span className="sr-only">Read-only</span>
        </Hint>
      ) : (
        <IconButton label={owner === null ? 'Set owner' : 'Change owner'} icon={<IconPencil size={14} aria-hidden />} onClick={() => setEditing(true)} />
      )}
    </span>
  )
}

function OwnerForm({ registry, model, onDone }: OwnerFieldProps & { onDone: () => void }) {
  const [name, setName] = useState(model.owner ?? '')
  const { mutate, isPending, error } = useSetOwner(registry, model.ref)
  const errorId = useId()
  const said = name.trim()
  const unchanged = said === (model.owner ?? '')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (said !== '' && !unchanged) mutate(said, { onSuccess: onDone })
  }
  const words = error && failureWords(error)
  return (
    <form className={styles['form']} onSubmit={save}>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
        autoFocus
        aria-label="Owner"
        aria-describedby={words ? errorId : undefined}
        aria-invalid={words ? true : undefined}
        value={name}
        maxLength={200}
        disabled={isPending}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button type="submit" size="small" variant="primary" busy={isPending} disabled={said === '' || unchanged}>
        Save
      </Button>
      <Button size="small" onClick={onDone} disabled={isPending}>
        Cancel
      </Button>
      {words && (
        <p id={errorId} role="alert" className={styles['error']}>
          {words.what} {words.advice}
        </p>
      )}
    </form>
  )
}
