import { useState } from 'react'
import { useHref } from 'react-router'
import { versionPath } from '@/domain/address'
import { isDay } from '@/domain/retirement'
import { useRetirementEvidence } from '@/panels/evidence/useRetirementEvidence'
import { useTraffic } from '@/panels/evidence/useTraffic'
import { useClock } from '@/ui/clock'
import { SelectField } from '@/ui/controls/SelectField'
import { TextField } from '@/ui/controls/TextField'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import type { ActionProps } from './actionProps'
import { DecisionDialog } from './DecisionDialog'
import { ReplacementCompared } from './ReplacementCompared'
import styles from './Retirement.module.css'
import { TellCallers } from './TellCallers'
import { TrafficFacts } from './TrafficFacts'
import { useBreakingChanges } from './useBreakingChanges'
import { useReplacements } from './useReplacements'

/** The retirement planner: until when, what instead, who still calls, and what to tell them. */
export function DeprecateDialog(props: ActionProps) {
  const { context } = props
  const { registry, model, version, champion } = context
  const clock = useClock()
  const [openedAt] = useState(() => clock.now())
  const [sunset, setSunset] = useState('')
  const [replacement, setReplacement] = useState('')
  const [endpoint, setEndpoint] = useState('')
  const [reason, setReason] = useState('')
  const replacements = useReplacements(context)
  const chosen = replacement === '' ? undefined : replacements.find(replacement)
  const traffic = useTraffic(model)
  const gathered = useRetirementEvidence(context, traffic, replacement || null)
  const breaking = useBreakingChanges(registry, version, chosen)
  const pageUrl = useAbsolute(versionPath(version.ref))
  const successorPage = useAbsolute(versionPath({ ...version.ref, version: replacement }))

  const details = { sunset: sunset || null, replacement: replacement || null }
  const today = new Date(openedAt).toISOString().slice(0, 10)
  const wrongDate = sunset !== '' && !isDay(sunset) ? 'This is no date.' : sunset !== '' && sunset < today ? 'The sunset lies in the past.' : null
  const wrongAddress = endpoint.trim() !== '' && !URL.canParse(endpoint.trim()) ? 'This is no address: it begins with https://.' : null
  return (
    <DecisionDialog
      {...props}
      gathered={gathered}
      details={details}
      invalid={wrongDate}
      onReason={setReason}
      {...(champion === version.ref.version && { aside: 'in production' })}
    >
      <section>
        <SectionHeading level={3}>Plan</SectionHeading>
        <div className={styles['fields']}>
          <TextField
            label="Sunset"
            type="date"
            min={today}
            value={sunset}
            error={wrongDate}
            help="The last day (UTC) on which it may be used. Optional."
            onChange={(event) => setSunset(event.currentTarget.value)}
          />
          <SelectField
            label="Replacement"
            options={replacements.options}
            value={replacement}
            help="What callers are sent to."
            onChange={setReplacement}
          />
          {chosen && (
            <div className={styles['wide']}>
              <TextField
                label="Address of the replacement"
                type="url"
                value={endpoint}
                placeholder="https://…"
                error={wrongAddress}
                help="For the notice and the Link header, where callers should go. Without it they are sent to the page of the version here."
                onChange={(event) => setEndpoint(event.currentTarget.value)}
              />
            </div>
          )}
        </div>
      </section>
      <TrafficFacts traffic={traffic} version={version.ref.version} />
      {chosen && <ReplacementCompared context={context} replacement={chosen} />}
      <TellCallers
        retirement={{
          model: model.ref,
          version: version.ref.version,
          at: openedAt,
          reason,
          sunset: wrongDate === null ? details.sunset : null,
          replacement: details.replacement,
          pageUrl,
          successorUrl: chosen ? (wrongAddress === null && endpoint.trim() !== '' ? endpoint.trim() : successorPage) : null,
          breaking,
        }}
      />
    </DecisionDialog>
  )
}

/** The address as another person would open it. */
function useAbsolute(path: string): string {
  return new URL(useHref(path), window.location.origin).href
}
