import { documented, lineagePresent, noCriticalAlert, testsGreen, twoPeople } from './evidenceGates'
import type { Gate } from './gate'
import { noRegression } from './regressionGate'
import { registryUnchanged, rollbackExists, versionReady } from './registryGates'
import { noTraffic, notInProduction, replacementNamed } from './retirementGates'
import { servingErrors, servingLatency } from './servingGates'
import { thresholdGates } from './thresholdGates'

/** Every check, in the order of the dialogs. An open list: add a gate here and docs/gates.md follows. */
export const gates: readonly Gate[] = [
  versionReady,
  registryUnchanged,
  ...thresholdGates,
  noRegression,
  servingErrors,
  servingLatency,
  noCriticalAlert,
  testsGreen,
  documented,
  lineagePresent,
  rollbackExists,
  twoPeople,
  replacementNamed,
  notInProduction,
  noTraffic,
]
