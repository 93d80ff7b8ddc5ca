import { catalog } from '@/demo/world/catalog/catalog'
import type { RegistryState } from '@/demo/world/registryState'
import { dayMs, type EpochMs } from '@/domain/time'
import { lifecycleDecision } from './decisions'
import { putDecision } from './registeredModel'
import { putRequest, screeningRequest } from './requests'

/** Days until the deprecated version of `address-matching` must be gone. */
export const sunsetInDays = 9

/** What the stories need beyond the rule: a retirement under way, retired versions, policies, a request, a prompt. */
export function setScenes(state: RegistryState, seed: string, start: EpochMs): void {
  retire(state, seed, {
    model: 'address-matching', version: 4, action: 'deprecate', at: start - 22 * dayMs,
    reason: 'Replaced by version 6, which knows the country. Callers were told by mail.',
    tags: { 'modeldeck.lifecycle': 'deprecated', 'modeldeck.sunset': isoDate(start + sunsetInDays * dayMs), 'modeldeck.replacement': '6' },
  })
  for (const [model, version, daysAgo] of [['claim-fraud', 9, 60], ['demand-forecast', 12, 120], ['route-eta', 8, 90], ['address-matching', 2, 100]] as const) {
    retire(state, seed, {
      model, version, action: 'archive', at: start - daysAgo * dayMs, reason: 'No traffic for 30 days.',
      tags: { 'modeldeck.lifecycle': 'archived' },
    })
  }
  state.models.get('claim-fraud')?.tags.set(
    'modeldeck.policy',
    JSON.stringify({
      thresholds: {
        f1: { warn: 0.88, critical: 0.8, recover: 0.89, direction: 'below', for: '10m', minSamples: 200 },
        recall: { warn: 0.85, critical: 0.75, recover: 0.87, direction: 'below', for: '10m', minSamples: 200 },
        error_ratio: { warn: 0.01, critical: 0.03 },
      },
      gates: { no_regression: 'required' },
      slo: { availability: 0.995, latencyMs: 150, window: '30d' },
    }),
  )
  state.models.get('freight-price')?.tags.set(
    'modeldeck.policy',
    JSON.stringify({ thresholds: { error_ratio: { warn: 0.01, critical: 0.03 } }, slo: { availability: 0.9975, window: '30d' } }),
  )
  state.models.get('customer-churn')?.tags.set(
    'modeldeck.policy',
    JSON.stringify({
      thresholds: { recall: { warn: 0.85, critical: 0.8, recover: 0.86, direction: 'below', for: '10m', minSamples: 200 } },
      gates: { no_regression: 'required', tests: 'required', documentation: 'required' },
    }),
  )
  putRequest(state, seed, screeningRequest(start))
  state.models.get('candidate-screening')?.tags.set('modeldeck.policy', JSON.stringify({ gates: { two_people: 'required' } }))
  // A prompt shares the registry's table and must never look like a model.
  state.models.set('claims-summary-prompt', {
    name: 'claims-summary-prompt', createdAt: start - 50 * dayMs, updatedAt: start - 50 * dayMs, description: null,
    tags: new Map([['mlflow.prompt.is_prompt', 'true']]), aliases: new Map(), lastVersion: 1,
    versions: new Map([[1, {
      version: 1, createdAt: start - 50 * dayMs, updatedAt: start - 50 * dayMs, description: '', stage: 'None',
      source: 'dummy-source', runId: '', status: 'READY',
      tags: new Map([['mlflow.prompt.is_prompt', 'true'], ['mlflow.prompt.text', 'Summarise the claim: {{claim}}']]),
    }]]),
  })
}

function retire(
  state: RegistryState,
  seed: string,
  scene: { model: string; version: number; action: 'deprecate' | 'archive'; at: EpochMs; reason: string; tags: Readonly<Record<string, string>> },
): void {
  const spec = catalog.find((spec) => spec.name === scene.model)
  const model = state.models.get(scene.model)
  const version = model?.versions.get(scene.version)
  if (spec === undefined || model === undefined || version === undefined) return
  for (const [key, value] of Object.entries(scene.tags)) version.tags.set(key, value)
  version.tags.set('modeldeck.reason', scene.reason)
  putDecision(model.versions, lifecycleDecision(seed, spec, scene.action, scene.version, scene.at, scene.reason))
}

function isoDate(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 10)
}
