import type { QueryPlan } from '@/ports/monitoring'
import type { SignalName } from '@/domain/signal'

/** The `queries` of config.json: those in use, and this one. */
export function configLines(plan: QueryPlan, name: SignalName, query: string): string {
  const inUse = plan.signals.flatMap((signal) =>
    signal.origin === 'config' && signal.query !== null ? [[signal.name, signal.query] as const] : [],
  )
  const queries = Object.fromEntries([...inUse.filter(([other]) => other !== name), [name, query.trim()]])
  return `"queries": ${JSON.stringify(queries, null, 2)}`
}
