import type { Policy } from '@/domain/policy'
import type { PolicyText } from '@/domain/policyDraft'

/** What the parts of the editor share: what is typed, what is wrong with it, and what holds without it. */
export interface PolicyForm {
  text: PolicyText
  change: (path: string, value: string) => void
  problemAt: (path: string) => string | undefined
  deployment: Policy | null
  disabled: boolean
}
