import type { RegistryStage, VersionRole } from '@/domain/lifecycle'
import styles from './RoleBadge.module.css'

export interface RoleBadgeProps {
  /** The version's part, or the registry's own stage. */
  role: VersionRole | RegistryStage
  /** What the source calls it, when that differs: the alias `prod` for champion. */
  label?: string
  /** Shown on hover: how it is known, the reason, the sunset. */
  title?: string
}

/** The part that a version plays: champion, challenger, deprecated, … or its stage. */
export function RoleBadge({ role, label, title }: RoleBadgeProps) {
  return (
    <span className={styles['role']} data-role={role} title={title}>
      {label ?? role}
    </span>
  )
}
