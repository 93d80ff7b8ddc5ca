import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { RegistrySource } from '@/ports/registry'
import type { Compared } from './compared'
import styles from './ComparePage.module.css'
import { VersionDocument } from './VersionDocument'

export interface DocumentationSectionProps {
  registry: RegistrySource
  state: Loadable<Compared>
}

/** With more versions than this a card is read when somebody wants it: each costs requests. */
const mostAtOnce = 3

/** What each version says of itself, side by side. */
export function DocumentationSection({ registry, state }: DocumentationSectionProps) {
  return (
    <PanelFrame title="Documentation" state={state} headingLevel={2} minHeight={120}>
      {(compared) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
        <div className={styles['documents']} tabIndex={0} role="group" aria-label="Documentation, scrolls">
          {compared.map(({ name, label, version }) => (
            <VersionDocument key={name} registry={registry} version={version} label={label} atOnce={compared.length <= mostAtOnce} />
          ))}
        </div>
      )}
    </PanelFrame>
  )
}
