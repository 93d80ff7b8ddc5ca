import { useState } from 'react'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { useComparedAddress } from './compareAddress'
import type { ComparedVersion } from './compared'
import { DifferencesSection } from './DifferencesSection'
import { DocumentationSection } from './DocumentationSection'
import { LiveSection } from './LiveSection'
import { MetricsSection } from './MetricsSection'
import { NothingToCompare } from './NothingToCompare'
import { OverviewSection } from './OverviewSection'
import { createScrollGroup, ScrollTogether } from './scrollTogether'
import { SignatureSection } from './SignatureSection'
import { UnknownVersions } from './UnknownVersions'
import { useCompared } from './useCompared'
import { VersionBar } from './VersionBar'

export interface ComparisonProps {
  registry: RegistrySource
  model: RegisteredModel
}

/** More columns than this are read better as rows. */
const mostColumns = 6

/** The versions that the address names, side by side. */
export function Comparison({ registry, model }: ComparisonProps) {
  const [scrolled] = useState(createScrollGroup)
  const [address, change] = useComparedAddress()
  const { names, versions, measured, unknown } = useCompared(registry, model, address.versions, address.reference)
  const known = names.filter((name) => !unknown.includes(name))
  const layout = address.layout ?? (known.length > mostColumns ? 'rows' : 'columns')
  const compared = versions.data
  return (
    <ScrollTogether value={scrolled}>
      <VersionBar registry={registry} model={model} names={names} layout={layout} onChange={change} />
      <UnknownVersions source={registry.id} model={model.ref.name} names={unknown} onRemove={() => change({ versions: known })} />
      {known.length < 2 ? (
        <NothingToCompare registry={registry} model={model} only={known[0] ?? null} />
      ) : (
        <>
          <MetricsSection state={measured} task={model.task} layout={layout} />
          {compared && <LiveSection model={model} compared={compared} layout={layout} />}
          <OverviewSection registry={registry} model={model} state={versions} layout={layout} />
          <DifferencesSection title="Parameters" one="parameter" state={measured} layout={layout} pick={({ run }) => run?.params ?? null} absent="The run did not log it." />
          {compared && <SignatureSection registry={registry} compared={compared} />}
          <DifferencesSection title="Tags" one="tag" state={versions} layout={layout} pick={ownTags} absent="The version does not have it." />
          <DocumentationSection registry={registry} state={versions} />
        </>
      )}
    </ScrollTogether>
  )
}

/** Tags without the records of decisions and requests, which are shown as such. */
function ownTags({ version }: ComparedVersion): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(version.tags).filter(([key]) => !/^modeldeck\.(change|changed|request|comment|card)(\.|$)/.test(key)))
}
