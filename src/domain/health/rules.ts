import { alertRules } from './alertRules'
import { batchRules } from './batchRules'
import { qualityRules } from './qualityRules'
import type { HealthRule } from './rule'
import { servingRules } from './servingRules'
import { versionRules } from './versionRules'

/** The one table of judgement, in the order in which equally severe reasons are told. Open: add rows. */
export const healthRules: readonly HealthRule[] = [...servingRules, ...batchRules, ...qualityRules, ...alertRules, ...versionRules]
