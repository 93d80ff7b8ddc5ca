import { statusWords, type Health } from '@/domain/health/assess'
import type { PolicyPreviewData } from './usePolicyPreview'

/** What saving would change, in one line beside the button: the preview itself may be out of sight. */
export function previewSentence({ rows, waiting }: PolicyPreviewData, now: Health | undefined, edited: Health | undefined): string {
  if (waiting) return 'Asking what it would say of today’s versions …'
  const candidates = rows.filter(({ inProduction }) => !inProduction)
  const [before, after] = [candidates.filter((row) => row.now.blockedBy.length === 0).length, candidates.filter((row) => row.edited.blockedBy.length === 0).length]
  const versions = `${after} of ${candidates.length} versions could be promoted${before === after ? '' : ` (now ${before})`}`
  if (!now || !edited || now.status === edited.status) return `By this policy ${versions}.`
  return `By this policy ${versions}; the model would be ${statusWords[edited.status]} (now ${statusWords[now.status]}).`
}
