import type { LoadingSnippet } from '@/ports/registry'
import { CopyButton } from '@/ui/controls/CopyButton'
import styles from './SnippetList.module.css'

/** The version's address and the code that loads it, each to be copied. */
export function SnippetList({ snippets }: { snippets: readonly LoadingSnippet[] }) {
  return (
    <dl className={styles['list']}>
      {snippets.map(({ label, code }) => (
        <div key={label} className={styles['item']}>
          <dt className={styles['label']}>{label}</dt>
          <dd className={styles['line']}>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
            <pre className={styles['code']} tabIndex={0} dir="ltr">
              {code}
            </pre>
            <CopyButton text={code} label={`Copy ${label}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
