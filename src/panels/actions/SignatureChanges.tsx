import { IconAlertTriangleFilled, IconPointFilled } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { signatureDiff } from '@/domain/signatureDiff'
import type { ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { Coded } from '@/panels/version/Coded'
import type { RegistrySource } from '@/ports/registry'
import { signatureQuery } from '@/queries/registry'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './CompareTable.module.css'

export interface SignatureChangesProps {
  registry: RegistrySource
  /** What callers know now; `undefined`: on its way. */
  before: ModelVersion | undefined
  after: ModelVersion | undefined
}

/** What callers of one version meet when another takes its place, breaking changes first. */
export function SignatureChanges({ registry, before, after }: SignatureChangesProps) {
  const old = useQuery(before ? signatureQuery(registry, before) : { queryKey: nothing, queryFn: skipToken })
  const next = useQuery(after ? signatureQuery(registry, after) : { queryKey: nothing, queryFn: skipToken })
  const failed = [old, next].find(({ error }) => error)
  const changes = old.data === undefined || next.data === undefined ? undefined : signatureDiff(old.data, next.data)
  const breaking = changes?.filter((change) => change.breaking).length ?? 0
  return (
    <section>
      <SectionHeading
        level={3}
        {...(breaking > 0 && { note: <strong className={styles['breaking']}>{breaking === 1 ? '1 breaking change' : `${breaking} breaking changes`}</strong> })}
      >
        Signature
      </SectionHeading>
      {failed?.error ? (
        <p className={styles['quiet']}>
          The signatures could not be read. <InlineFailure error={failed.error} onRetry={failed.refetch} />
        </p>
      ) : changes === undefined ? (
        <p className={styles['quiet']}>The signatures are being read …</p>
      ) : changes === null ? (
        <p className={styles['quiet']}>{missing(old.data === null ? before : after)} has no signature: what callers would notice is not known.</p>
      ) : changes.length === 0 ? (
        <p className={styles['quiet']}>Inputs, outputs and parameters are the same: callers need no change.</p>
      ) : (
        <ul className={styles['changes']} aria-label="Signature changes">
          {changes.map((change) => {
            const Icon = change.breaking ? IconAlertTriangleFilled : IconPointFilled
            return (
              <li key={`${change.part} ${change.field} ${change.kind}`} data-breaking={change.breaking || undefined}>
                <Icon size={15} aria-hidden />
                <span>
                  {change.breaking && <strong className={styles['breaking']}>Breaking: </strong>}
                  <Coded text={change.sentence} />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

const nothing = ['registry', 'no-signature']

function missing(version: ModelVersion | undefined): string {
  return version ? versionWords(version.ref.version) : 'A version'
}
