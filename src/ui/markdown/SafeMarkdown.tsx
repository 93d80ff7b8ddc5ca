import { useMemo } from 'react'
import ReactMarkdown, { type Components, type Options } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import { headingOrder } from './headingOrder'
import styles from './SafeMarkdown.module.css'
import { safeHref } from './safety'

/** GitHub's list of what is harmless, without images: they would call other hosts. */
const schema = { ...defaultSchema, protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] } }

const components: Components = {
  a: ({ href, children }) => {
    const safe = safeHref(href)
    if (safe === null) return <span>{children}</span>
    // With the whole address: the page has a base, and a bare fragment would lead there.
    if (safe.startsWith('#')) return <a href={window.location.pathname + window.location.search + safe}>{children}</a>
    return (
      <a href={safe} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    )
  },
  img: ({ alt }) => <span className={styles['image']}>[Image: {alt === undefined || alt === '' ? 'without description' : alt}]</span>,
  table: ({ children }) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <div role="group" className={styles['scroll']} tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  // Markdown has no table without a head: an empty one heads nothing.
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- there is nothing to be labelled
  th: ({ children, style }) => (children === undefined ? <td /> : <th style={style}>{children}</th>),
  pre: ({ children }) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <pre className={styles['code']} tabIndex={0}>
      {children}
    </pre>
  ),
}

/** GitHub-flavoured Markdown: raw HTML is left out, links lead only to the web and mail, images are words. */
export function SafeMarkdown({ text, headingLevel }: { text: string; headingLevel: 2 | 3 | 4 }) {
  const plugins = useMemo((): Options['rehypePlugins'] => [[rehypeSanitize, schema], headingOrder(headingLevel)], [headingLevel])
  return (
    <div className={styles['text']}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={plugins} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  )
}
