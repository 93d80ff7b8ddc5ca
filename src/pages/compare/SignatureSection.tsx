import { useQueries } from '@tanstack/react-query'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { Coded } from '@/panels/version/Coded'
import type { RegistrySource } from '@/ports/registry'
import { signatureQuery } from '@/queries/registry'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { Compared } from './compared'
import styles from './ComparePage.module.css'
import { breakingOf, signatureGroups, type SignatureGroup } from './signatureGroups'

export interface SignatureSectionProps {
  registry: RegistrySource
  compared: Compared
}

/** What callers of the first version would meet with each of the others. */
export function SignatureSection({ registry, compared }: SignatureSectionProps) {
  const answers = useQueries({ queries: compared.map(({ version }) => signatureQuery(registry, version)) })
  const there = answers.every(({ data }) => data !== undefined)
  const groups = there ? signatureGroups(compared.map(({ label }, i) => ({ label, signature: answers[i]?.data ?? null }))) : undefined
  return (
    <PanelFrame
      title="Signature"
      unit={`for callers of ${compared[0]?.label ?? ''}`}
      state={joinLoadables(answers, groups)}
      headingLevel={2}
      minHeight={64}
      isEmpty={() => answers.every(({ data }) => data === null)}
      emptyText="No version has a signature. Log the model with input_example or signature, and callers learn what to send."
    >
      {(all) => (
        <dl className={styles['groups']}>
          {all.map((group) => (
            <div key={group.labels.join(' ')}>
              <dt>
                {group.labels.join(', ')}
                {breakingOf(group) > 0 && <span className={styles['breaking']}> · {breakingOf(group) === 1 ? '1 breaking change' : `${breakingOf(group)} breaking changes`}</span>}
              </dt>
              <dd>
                <Changes {...group} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </PanelFrame>
  )
}

function Changes({ changes }: SignatureGroup) {
  if (changes === null) return <span className={styles['quiet']}>One of the two has no signature: what callers would notice is not known.</span>
  if (changes.length === 0) return <span className={styles['quiet']}>Inputs, outputs and parameters are the same: callers need no change.</span>
  return (
    <ul className={styles['changes']}>
      {changes.map((change) => (
        <li key={`${change.part} ${change.field} ${change.kind}`}>
          {change.breaking && <strong className={styles['breaking']}>Breaking: </strong>}
          <Coded text={change.sentence} />
        </li>
      ))}
    </ul>
  )
}
