import type { HttpHandler } from 'msw'
import type { World } from '@/demo/world/world'
import { faultHandlers, type Fault, type ServerKind } from './faults'
import { mlflowHandlers } from './mlflow'
import { prometheusHandlers } from './prometheus'

/** Where the simulated servers stand, without trailing slashes. Their ids are also those of the demo's sources. */
export type ServerAddresses = Readonly<Record<ServerKind, string>>

/** Everything that answers for a world: its servers, and in front of them what breaks them. */
export function worldHandlers(world: World, addresses: ServerAddresses, faultOf: (server: ServerKind) => Fault | null): HttpHandler[] {
  const servers: readonly ServerKind[] = ['mlflow', 'prometheus']
  return [
    ...faultHandlers(servers.map((kind) => ({ kind, base: addresses[kind], fault: () => faultOf(kind) }))),
    ...mlflowHandlers(world, addresses.mlflow),
    ...prometheusHandlers(world, addresses.prometheus),
  ]
}
