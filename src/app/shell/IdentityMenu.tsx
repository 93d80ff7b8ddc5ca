import { IconUser } from '@tabler/icons-react'
import { useSources } from '@/queries/sources'
import { useIdentity } from '@/queries/identity'
import { IdentityForm } from '@/panels/IdentityForm'
import { Popover } from '@/ui/controls/Popover'
import styles from './IdentityMenu.module.css'

/** Who acts here, and how that is known. */
export function IdentityMenu() {
  const registry = useSources().registries[0]
  return registry ? <Identity registry={registry} /> : null
}

function Identity({ registry }: { registry: Parameters<typeof useIdentity>[0] }) {
  const identity = useIdentity(registry)
  const name = identity?.name ?? 'No name yet'
  return (
    <Popover
      title="Who you are"
      label={`You are: ${name}`}
      buttonClassName={styles['button']}
      button={
        <>
          <IconUser size={16} aria-hidden />
          <span className={styles['name']}>{name}</span>
        </>
      }
    >
      {(close) =>
        identity?.kind === 'authenticated' ? (
          <p>
            {registry.id} knows you as <strong>{identity.name}</strong>. Decisions carry this name.
          </p>
        ) : (
          <IdentityForm onDone={close} />
        )
      }
    </Popover>
  )
}
