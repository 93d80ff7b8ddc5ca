import { createLifecycle } from '@/adapters/lifecycle/lifecycle'
import { createRequests } from '@/adapters/requests/requests'
import type { Connection } from './connection'
import { createPrimitives } from './primitives'
import { createWrites } from './writes'

/** Everything that writes: single changes, and decisions and requests made of them. */
export function createDecisions(connection: Connection) {
  const writes = createWrites(connection)
  const primitives = createPrimitives(connection, writes)
  return { writes, lifecycle: createLifecycle(primitives), requests: createRequests(primitives) }
}
