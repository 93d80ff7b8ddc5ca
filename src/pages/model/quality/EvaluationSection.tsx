import { EvaluationPanels } from '@/panels/evaluation/EvaluationPanels'
import type { RegistrySource } from '@/ports/registry'
import { versionLabel } from '@/ui/format/versions'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './QualityTab.module.css'
import { useAddressChoice } from './useAddressChoice'
import type { MeasuredVersions } from './useMeasuredVersions'

export interface EvaluationSectionProps {
  registry: RegistrySource
  measured: MeasuredVersions
  /** Shown until someone chooses. */
  champion: string | null
}

/** What one version's run keeps of its evaluation. Draws nothing until the versions are there, or when there are none. */
export function EvaluationSection({ registry, measured: { state }, champion }: EvaluationSectionProps) {
  const [choice, choose] = useAddressChoice(['evaluated'])
  const versions = state.data?.toReversed().map(({ version }) => version) ?? []
  const of = (name: string | null | undefined) => versions.find(({ ref }) => ref.version === name)
  const version = of(choice.evaluated) ?? of(champion) ?? versions[0]
  if (version === undefined) return null
  const { name, version: number } = version.ref
  return (
    <>
      <SectionHeading
        level={2}
        actions={
          <label className={styles['field']}>
            <span className="sr-only">Version of the evaluation</span>
            <select value={number} onChange={(event) => choose({ evaluated: event.target.value })}>
              {versions.map(({ ref }) => (
                <option key={ref.version} value={ref.version}>
                  {versionLabel(ref.version)}
                  {ref.version === champion ? ' champion' : ''}
                </option>
              ))}
            </select>
          </label>
        }
      >
        Evaluation of {versionLabel(number)}
      </SectionHeading>
      <EvaluationPanels key={`${name} ${number}`} registry={registry} version={version} headingLevel={3} />
    </>
  )
}
