import { minuteMs } from '@/domain/time'

/**
 * The waits of the protocol; docs/decisions-protocol.md explains each. What they must keep to each other:
 * `freshMs` < `settleMs` < `patienceMs` < `resolverPatienceMs`.
 */
export const timing = {
  /** Between two looks at somebody else's intent. */
  pollMs: 500,
  /** How long a command waits for another's intent to go. */
  patienceMs: 6000,
  /** How long finishing or reverting waits: longer, so that a command that waits for it gives up first. */
  resolverPatienceMs: 10_000,
  /** How old a read may be when a write relies on it. */
  freshMs: 3000,
  /** After taking over a decision: time for its author to notice, and for a request on its way to land. */
  settleMs: 4000,
  /** An intent this old is passed over once it has stood still for as long as a command waits. */
  staleMs: 10 * minuteMs,
  /** First pause before a write that may be repeated is repeated; then doubled. */
  retryMs: 300,
} as const
