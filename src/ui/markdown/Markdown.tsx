import { lazy, Suspense } from 'react'
import { ErrorBoundary } from '@/ui/frame/ErrorBoundary'
import { Skeleton } from '@/ui/frame/Skeleton'
import { PlainText } from './PlainText'

export interface MarkdownProps {
  /** Untrusted. */
  text: string
  /** The level that the text's own first level becomes. */
  headingLevel?: 2 | 3 | 4
}

const SafeMarkdown = lazy(async () => ({ default: (await import('./SafeMarkdown')).SafeMarkdown }))

/** Untrusted Markdown from a registry, drawn safely. Its code is loaded when first needed. */
export function Markdown({ text, headingLevel = 3 }: MarkdownProps) {
  return (
    <ErrorBoundary what="this text" resetKey={text} fallback={() => <PlainText text={text} />}>
      <Suspense fallback={<Skeleton height={96} />}>
        <SafeMarkdown text={text} headingLevel={headingLevel} />
      </Suspense>
    </ErrorBoundary>
  )
}
