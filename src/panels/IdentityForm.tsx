import { useState } from 'react'
import { declareName, useSelfDeclaredName } from '@/queries/selfDeclaredName'
import { Button } from '@/ui/controls/Button'
import styles from './IdentityForm.module.css'

/** Asks once for the name that decisions carry, where the registry has no users of its own. */
export function IdentityForm({ onDone }: { onDone: () => void }) {
  const known = useSelfDeclaredName() ?? ''
  const [name, setName] = useState(known)
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        declareName(name)
        onDone()
      }}
    >
      <label className={styles['field']}>
        Your name
        <input value={name} maxLength={100} autoComplete="name" onChange={(event) => setName(event.target.value)} />
      </label>
      <p className={styles['note']}>
        The registry has no users, so this name is your word, not proof. Decisions carry it as “self-declared”.
      </p>
      <Button type="submit" variant="primary" disabled={name.trim() === ''}>
        Use this name
      </Button>
    </form>
  )
}
