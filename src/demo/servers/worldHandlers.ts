import type { HttpHandler } from 'msw'
import type { World } from '@/demo/world/world'
import { alertmanagerHandlers } from './alertmanager'
import { faultHandlers, serverKinds, type Fault, type ServerKind } from './faults'
import { mlflowHandlers } from './mlflow'
import { prometheusHandlers } from './prometheus'

/** Where the simulated servers stand, without trailing slashes. Their ids are also those of the demo's sources. */
export type ServerAddresses = Readonly<Record<ServerKind, string>>

/** Everything that answers for a world: its servers, and in front of them what breaks them. */
export function worldHandlers(world: World, addresses: ServerAddresses, faultOf: (server: ServerKind) => Fault | null): HttpHandler[] {
    return [
    ...faultHandlers(serverKinds.map((kind) => ({ kind, base: addresses[kind], fault: () => faultOf(kind) }))),
    ...mlflowHandlers(world, addresses.mlflow),
    ...prometheusHandlers(world, addresses.prometheus),
    ...alertmanagerHandlers(world, addresses.alertmanager),
  ]
}
