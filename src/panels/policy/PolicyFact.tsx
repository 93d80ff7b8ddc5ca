import { lazy, Suspense } from 'react'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { useSources } from '@/queries/sources'
import styles from './Policy.module.css'
import { usePolicyOpen } from './usePolicyOpen'

const PolicyDialog = lazy(async () => ({ default: (await import('./PolicyDialog')).PolicyDialog }))

export interface PolicyFactProps {
  registry: RegistrySource
  model: RegisteredModel
}

/** What the model demands, in a few words, and the way to change it. */
export function PolicyFact({ registry, model }: PolicyFactProps) {
  const { policy: deployment } = useSources()
  const [open, setOpen] = usePolicyOpen()
  return (
    <>
      <button type="button" className={styles['fact']} aria-label={`Policy: ${words(model, deployment !== null)}`} onClick={() => setOpen(true)}>
        {words(model, deployment !== null)}
      </button>
      {open && (
        <Suspense fallback={null}>
          <PolicyDialog registry={registry} model={model} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function words({ policy }: RegisteredModel, deployed: boolean): string {
  const limits = Object.keys(policy?.thresholds ?? {}).length
  const checks = Object.keys(policy?.gates ?? {}).length
  const said = [...(limits > 0 ? [`${limits} ${limits === 1 ? 'limit' : 'limits'}`] : []), ...(checks > 0 ? [`${checks} ${checks === 1 ? 'check' : 'checks'}`] : []), ...(policy?.slo ? ['SLO'] : [])]
  if (said.length > 0) return said.join(', ')
  return deployed ? 'the deployment’s' : 'the default'
}
