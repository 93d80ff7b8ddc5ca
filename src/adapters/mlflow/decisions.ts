import { createLifecycle } from '@/adapters/lifecycle/lifecycle'
import type { Connection } from './connection'
import { createPrimitives } from './primitives'
import { createWrites } from './writes'

/** Everything that writes: single changes, and decisions made of them. */
export function createDecisions(connection: Connection) {
  const writes = createWrites(connection)
  return { writes, lifecycle: createLifecycle(createPrimitives(connection, writes)) }
}
