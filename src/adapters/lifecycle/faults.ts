import type { SourceErrorDetails } from '@/ports/sourceError'
import { SourceError } from '@/ports/sourceError'
import type { RegistryPrimitives } from './primitives'
import { timing } from './timing'

/** Another client took the decision over, or overtook it, while we were slow. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost'
}

/** Whether the server certainly did not do what it was asked. After any other error it may have, or still may. */
export function wasRefused(error: unknown): boolean {
  return (
    error instanceof SourceError &&
    ['denied', 'rejected', 'not-found', 'unauthenticated', 'unsupported', 'conflict', 'rate-limited'].includes(error.kind)
  )
}

class Refusal extends SourceError {}

/** The command itself is at fault: nothing was sent. */
export function refusal(p: RegistryPrimitives, message: string, advice: string): SourceError {
  return new Refusal({ source: p.source, kind: 'rejected', message, advice })
}

/** The error of a decision that left nothing behind. */
export function notDone(p: RegistryPrimitives, error: unknown): SourceError {
  // What is missing is the registry's to say: it knows its permissions, and who grants them.
  const advice = error instanceof SourceError && error.kind === 'denied' ? error.advice : 'Try again.'
  return new SourceError(reword(p, error, 'Nothing was changed.', advice))
}

/** The error of a write of which nobody knows whether it arrived, or still will. */
export function uncertain(p: RegistryPrimitives, error: unknown): SourceError {
  return new SourceError(
    reword(p, error, 'It is not known whether it was written.', 'Reload: what the page shows then is what the registry holds.'),
  )
}

class UnfinishedDecision extends SourceError {}

/** The error of a decision that stays open: the next visitor sees it. One that says so already is kept. */
export function unfinished(p: RegistryPrimitives, error: unknown, advice?: string): SourceError {
  if (error instanceof UnfinishedDecision || error instanceof Refusal) return error
  return new UnfinishedDecision(
    reword(
      p,
      error,
      'The decision is unfinished.',
      advice ?? 'Reload: it is shown as unfinished and can be finished or reverted.',
    ),
  )
}

function reword(p: RegistryPrimitives, error: unknown, result: string, advice: string): SourceErrorDetails {
  const known = error instanceof SourceError ? error : null
  const message = error instanceof Error ? error.message : String(error)
  return {
    source: p.source,
    kind: known?.kind ?? 'server',
    message: `${message.replace(/\.?\s*$/, '.')} ${result}`,
    advice,
    cause: error,
    ...(known?.status !== undefined && { status: known.status }),
    ...(known?.code !== undefined && { code: known.code }),
    ...(known?.retryAfterMs !== undefined && { retryAfterMs: known.retryAfterMs }),
  }
}

/** Sends a write that may safely be sent twice, up to three times. */
export async function persist(p: RegistryPrimitives, write: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await write()
      return
    } catch (error) {
      if (!mayPass(error) || attempt === 2) throw error
      await p.sleep(timing.retryMs * 2 ** attempt)
    }
  }
}

// MLflow answers 400 with the database's words when two clients write one tag for the first time at once.
function mayPass(error: unknown): boolean {
  return !wasRefused(error) || (error instanceof SourceError && ['rate-limited', 'conflict', 'rejected'].includes(error.kind))
}

/** Deletes a model's tag; one that is gone already is fine. */
export async function dropModelTag(p: RegistryPrimitives, name: string, tag: string): Promise<void> {
  try {
    await persist(p, () => p.deleteModelTag(name, tag))
  } catch (error) {
    if (!(error instanceof SourceError && error.kind === 'not-found')) throw error
  }
}
