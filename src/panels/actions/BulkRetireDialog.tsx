import { useState } from 'react'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { isDay } from '@/domain/retirement'
import { reasonLimit } from '@/domain/change'
import type { ModelVersion } from '@/domain/version'
import { useRegistryEvidence } from '@/panels/evidence/useRegistryEvidence'
import { useTraffic } from '@/panels/evidence/useTraffic'
import { IdentityForm } from '@/panels/IdentityForm'
import type { RegistrySource } from '@/ports/registry'
import { useIdentity } from '@/queries/identity'
import { useClock } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { SelectField } from '@/ui/controls/SelectField'
import { TextArea } from '@/ui/controls/TextArea'
import { TextField } from '@/ui/controls/TextField'
import { Dialog } from '@/ui/dialog/Dialog'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { BulkList } from './BulkList'
import { bulkRows, type BulkAction } from './bulkRows'
import { actionVerbs } from './decisionWords'
import styles from './Retirement.module.css'
import { useBulkRun } from './useBulkRun'
import { useRegistryAbilities } from './useRegistryAbilities'
import { useReplacements } from './useReplacements'

export interface BulkRetireDialogProps {
  registry: RegistrySource
  model: RegisteredModel
  action: BulkAction
  versions: readonly ModelVersion[]
  onClose: () => void
}

/** Several versions retired one after the other: what each still serves, one reason for all, and what became of each. */
export function BulkRetireDialog({ registry, model, action, versions, onClose }: BulkRetireDialogProps) {
  const [first] = versions
  return first ? <BulkRoom registry={registry} model={model} action={action} versions={versions} first={first} onClose={onClose} /> : null
}

function BulkRoom({ registry, model, action, versions, first, onClose }: BulkRetireDialogProps & { first: ModelVersion }) {
  const clock = useClock()
  const champion = productionOf(model, registry.aliasNames)?.version ?? null
  const [seen] = useState(() => ({ seenChampion: champion, seenAt: clock.now(), today: new Date(clock.now()).toISOString().slice(0, 10) }))
  const [reason, setReason] = useState('')
  const [override, setOverride] = useState('')
  const [sunset, setSunset] = useState('')
  const [replacement, setReplacement] = useState('')
  const actor = useIdentity(registry)
  const abilities = useRegistryAbilities(registry)
  const traffic = useTraffic(model)
  const context = { registry, action, model, version: first, champion, ...seen }
  const { gathered } = useRegistryEvidence(context)
  const replacements = useReplacements(context)
  const { states, running, ended, run, stop } = useBulkRun(registry)

  const rows = bulkRows({
    action,
    versions,
    gathered,
    traffic,
    context: { production: productionOf(model, registry.aliasNames), candidate: candidateOf(model, registry.aliasNames), forbidden: null, registry: abilities },
    replacement: replacement || null,
  })
  const doable = rows.filter(({ leftOut }) => leftOut === null)
  const blocked = doable.filter(({ blocking }) => blocking.length > 0)
  const wrongDate = sunset !== '' && (!isDay(sunset) || sunset < seen.today) ? 'The sunset must be a day that has not passed.' : null
  const whyNot = ended || running
    ? null
    : doable.length === 0
      ? 'None of them can be changed.'
      : actor === null
        ? 'Give your name first.'
        : doable.some(({ waiting }) => waiting)
          ? 'Checks are still running.'
          : (wrongDate ??
            (blocked.length > 0 && override.trim() === ''
              ? `${blocked.length === 1 ? 'One version is' : `${blocked.length} versions are`} blocked: say why that is overridden, or choose fewer.`
              : reason.trim() === ''
                ? 'Write a reason.'
                : reason.trim().length > reasonLimit
                  ? `Shorten the reason by ${reason.trim().length - reasonLimit} characters.`
                  : null))
  const done = [...states.values()].filter(({ status }) => status === 'done').length
  const start = () => {
    if (actor === null || whyNot !== null) return
    void run(doable, {
      action, model: model.ref, seenChampion: seen.seenChampion, actor, reason: reason.trim(), override: override.trim(),
      sunset: sunset || null, replacement: replacement || null,
    })
  }
  const locked = running || ended
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${actionVerbs[action]} ${versions.length} ${versions.length === 1 ? 'version' : 'versions'} of ${model.ref.name}`}
      locked={running}
      footer={
        <>
          <p className={styles['why']} role="status" id="bulk-why-not">
            {running ? `${done} of ${doable.length} written.` : ended ? `${done} of ${doable.length} written; each has its own record.` : whyNot}
          </p>
          {running ? (
            <Button onClick={stop}>Stop after this one</Button>
          ) : (
            <Button onClick={onClose}>{ended ? 'Close' : 'Cancel'}</Button>
          )}
          {!ended && (
            <Button variant={action === 'archive' ? 'danger' : 'primary'} busy={running} disabled={whyNot !== null} aria-describedby="bulk-why-not" onClick={start}>
              {actionVerbs[action]} {doable.length} {doable.length === 1 ? 'version' : 'versions'}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['bulk']}>
        {traffic.error && (
          <p className={styles['quiet']}>
            Who still calls them is not known. <InlineFailure error={traffic.error} onRetry={traffic.retry} />
          </p>
        )}
        <BulkList rows={rows} traffic={traffic} states={states} />
        {actor === null && <IdentityForm onDone={() => undefined} />}
        {action === 'deprecate' && (
          <div className={styles['fields']}>
            <TextField label="Sunset" type="date" min={seen.today} value={sunset} disabled={locked} error={wrongDate} onChange={(event) => setSunset(event.currentTarget.value)} />
            <SelectField label="Replacement" options={replacements.options} value={replacement} disabled={locked} onChange={setReplacement} />
          </div>
        )}
        {blocked.length > 0 && (
          <TextArea
            label="Override what blocks because"
            rows={2}
            maxLength={500}
            value={override}
            disabled={locked}
            onChange={(event) => setOverride(event.currentTarget.value)}
          />
        )}
        <TextArea
          label="Reason"
          rows={2}
          required
          placeholder="One for all, written with each"
          value={reason}
          disabled={locked}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  )
}
