import { createMlflow } from '@/adapters/mlflow/index'
import { mlflowRefusals } from '@/testing/contracts/mlflow'
import { registryContract } from '@/testing/contracts/registry'
import type { RegistryFixture } from '@/testing/contracts/registry'
import { seedRegistry } from './registrySeed'

/*
 * Against a running MLflow: MODELDECK_LIVE_MLFLOW=http://127.0.0.1:5055. It is filled under names of its own,
 * and needs `--artifacts-destination` (the default of `mlflow server`) to store files.
 */
const baseUrl = process.env['MODELDECK_LIVE_MLFLOW']
if (!baseUrl) throw new Error('Set MODELDECK_LIVE_MLFLOW to the address of a running MLflow that may be written to.')

let seeded: Promise<RegistryFixture> | undefined

async function setup() {
  seeded ??= seedRegistry(baseUrl ?? '', String(Date.now()))
  const options = {
    id: 'live',
    baseUrl: baseUrl ?? '',
    aliasNames: { production: 'champion', candidate: 'challenger' },
    readOnly: false,
    clock: { now: () => Date.now() },
  }
  return { source: createMlflow(options), options, fixture: await seeded }
}

registryContract('MLflow', setup)
mlflowRefusals('MLflow', setup)
