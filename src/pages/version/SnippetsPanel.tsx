import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion } from '@/domain/version'
import { SnippetList } from '@/panels/version/SnippetList'
import type { RegistrySource } from '@/ports/registry'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './SnippetsPanel.module.css'

export interface SnippetsPanelProps {
  registry: RegistrySource
  version: ModelVersion
  /** `undefined`: its aliases are not known yet. */
  model: RegisteredModel | undefined
}

/** How to load the version from code. */
export function SnippetsPanel({ registry, version, model }: SnippetsPanelProps) {
  if (model === undefined) return null
  const snippets = registry.loadingSnippets(version, model)
  if (snippets.length === 0) return null
  return (
    <section className={styles['panel']}>
      <SectionHeading>Load it</SectionHeading>
      <SnippetList snippets={snippets} />
    </section>
  )
}
