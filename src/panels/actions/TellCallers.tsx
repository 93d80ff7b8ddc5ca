import { headerText, mailtoUrl, retirementHeaders, retirementNotice, type Retirement } from '@/domain/retirement'
import { CopyButton } from '@/ui/controls/CopyButton'
import { ExternalLink } from '@/ui/controls/ExternalLink'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './Retirement.module.css'

/** What to tell the callers of a version: a notice for people, and response headers for their programs. */
export function TellCallers({ retirement }: { retirement: Retirement }) {
  const notice = retirementNotice(retirement)
  const headers = headerText(retirementHeaders(retirement))
  return (
    <>
      <section aria-label="Notice">
        <SectionHeading level={3} note="Markdown">
          Notice for callers
        </SectionHeading>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
        <pre className={styles['text']} tabIndex={0} aria-label="Text of the notice">
          {notice.markdown}
        </pre>
        <div className={styles['ways']}>
          <CopyButton text={notice.markdown} label="Copy the notice" withText />
          <ExternalLink href={mailtoUrl(notice)}>Mail it</ExternalLink>
        </div>
      </section>
      <section aria-label="Response headers">
        <SectionHeading level={3} note="for the server that answers for this version">
          Response headers
        </SectionHeading>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
        <pre className={styles['text']} tabIndex={0} aria-label="Text of the headers">
          {headers}
        </pre>
        <div className={styles['ways']}>
          <CopyButton text={headers} label="Copy the headers" withText />
          <ExternalLink href="https://www.rfc-editor.org/rfc/rfc9745">RFC 9745</ExternalLink>
          <ExternalLink href="https://www.rfc-editor.org/rfc/rfc8594">RFC 8594</ExternalLink>
        </div>
      </section>
    </>
  )
}
