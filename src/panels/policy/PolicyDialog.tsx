import { useMemo, useState } from 'react'
import { IconLock } from '@tabler/icons-react'
import type { RegisteredModel } from '@/domain/model'
import { policyJson, policyText, readPolicyText } from '@/domain/policyDraft'
import { thresholdRules } from '@/domain/thresholds/rule'
import { useModelStanding } from '@/panels/model-head/useModelStanding'
import { servedModel } from '@/panels/servedModel'
import { BacktestSection } from '@/panels/thresholds/BacktestSection'
import { ExportSection } from '@/panels/thresholds/ExportSection'
import type { RegistrySource } from '@/ports/registry'
import { policyTag, useSavePolicy } from '@/queries/policy'
import { useSources } from '@/queries/sources'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/dialog/Dialog'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import { failureWords } from '@/ui/frame/panelState'
import { GateLevels } from './GateLevels'
import { LimitsTable } from './LimitsTable'
import styles from './Policy.module.css'
import { PolicyConflict } from './PolicyConflict'
import type { PolicyForm } from './policyForm'
import { PolicyPreview } from './PolicyPreview'
import { previewSentence } from './previewSentence'
import { furtherMeasures, limitedThings } from './policyRows'
import { SloFields } from './SloFields'
import { usePolicyPreview } from './usePolicyPreview'

export interface PolicyDialogProps {
  registry: RegistrySource
  model: RegisteredModel
  onClose: () => void
}

/** The most that a tag holds on every server. */
const tagLimit = 5000

/** Edits what a model demands: limits, levels of checks and its objective, with what each would say today. */
export function PolicyDialog({ registry, model, onClose }: PolicyDialogProps) {
  const { policy: deployment } = useSources()
  const [base, setBase] = useState(model.tags[policyTag] ?? '')
  const [text, setText] = useState(() => policyText(model.policy))
  const [added, setAdded] = useState<readonly string[]>([])
  const { mutate, isPending, data, error, reset } = useSavePolicy(registry, model)
  const { policy, problems } = readPolicyText(text)
  const preview = usePolicyPreview(registry, model, policy)
  const [now, edited] = [useModelStanding(registry, model).health, useModelStanding(registry, { ...model, policy }).health]

  const json = policyJson(policy)
  const rules = useMemo(() => thresholdRules({ model: readPolicyText(text).policy, deployment }), [text, deployment])
  const saved = useMemo(() => thresholdRules({ model: model.policy, deployment }), [model.policy, deployment])
  const unreadable = model.problems.find(({ field }) => field === policyTag)
  const unchanged = json === policyJson(readPolicyText(policyText(model.policy)).policy) && unreadable === undefined
  const form: PolicyForm = {
    text,
    change: (path, value) => setText((before) => ({ ...before, [path]: value })),
    problemAt: (path) => problems.find((problem) => problem.path === path)?.message,
    deployment,
    disabled: isPending || registry.readOnly,
  }
  const things = limitedThings(preview.runs, model.task, text, added)
  const whyNot = registry.readOnly
    ? `${registry.id} is read-only in this deployment: the policy is the tag ${policyTag} of the model in the registry.`
    : problems[0]
      ? `${problems[0].path} ${problems[0].message}.`
      : json.length > tagLimit
        ? `The policy has ${json.length} characters; at most ${tagLimit} fit into the registry.`
        : unchanged
          ? 'Nothing is changed yet.'
          : null
  const failed = error && failureWords(error)
  const save = (against: string) => mutate({ base: against, text: json }, { onSuccess: (outcome) => outcome.status === 'saved' && onClose() })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Policy of ${model.ref.name}`}
      size="panel"
      locked={isPending}
      footer={
        <>
          <p className={styles['whyNot']} id="policy-why-not" role="status">
            {isPending ? 'Reading it again, writing …' : (whyNot ?? previewSentence(preview, now, edited))}
          </p>
          <Button onClick={onClose} disabled={isPending}>
            {registry.readOnly ? 'Close' : 'Cancel'}
          </Button>
          {!registry.readOnly && (
            <Button variant="primary" busy={isPending} disabled={whyNot !== null || data?.status === 'changed'} aria-describedby="policy-why-not" onClick={() => save(base)}>
              Save
            </Button>
          )}
        </>
      }
    >
      <div className={styles['editor']}>
        {failed && (
          <p role="alert" className={styles['error']}>
            <IconLock size={16} aria-hidden /> {failed.what} {failed.advice}
          </p>
        )}
        {data?.status === 'changed' && (
          <PolicyConflict
            theirs={data.model.tags[policyTag] ?? ''}
            onMine={() => {
              const theirs = data.model.tags[policyTag] ?? ''
              setBase(theirs)
              save(theirs)
            }}
            onTheirs={() => {
              setBase(data.model.tags[policyTag] ?? '')
              setText(policyText(data.model.policy))
              reset()
            }}
          />
        )}
        {unreadable && (
          <p role="alert" className={styles['error']}>
            {unreadable.message} Saving replaces it.
          </p>
        )}
        <p className={styles['quiet']}>
          An empty field leaves a setting to the deployment (config.json) or to Modeldeck’s default; what holds then stands in it, and below it who decides.
        </p>
        <section>
          <SectionHeading level={3}>Limits</SectionHeading>
          <LimitsTable form={form} things={things} further={furtherMeasures(things)} onAdd={(name) => setAdded([...added, name])} />
        </section>
        <section>
          <SectionHeading level={3} note="how often these limits would have fired as alerts">
            Back-test over 30 days
          </SectionHeading>
          <BacktestSection model={servedModel(model)} rules={rules} saved={saved} />
        </section>
        <div className={styles['columns']}>
          <div className={styles['column']}>
            <section>
              <SectionHeading level={3}>Service level objective</SectionHeading>
              <SloFields form={form} />
            </section>
            <section>
              <SectionHeading level={3} note="required blocks, advisory informs, off is not asked">
                Checks
              </SectionHeading>
              <GateLevels form={form} />
            </section>
          </div>
          <section className={styles['sticky']}>
            <SectionHeading level={3}>What it would say today</SectionHeading>
            <PolicyPreview preview={preview} now={now} edited={edited} />
          </section>
        </div>
        <section>
          <SectionHeading level={3}>Alerts while Modeldeck is closed</SectionHeading>
          <ExportSection limited={[{ model: servedModel(model), rules }]} />
        </section>
      </div>
    </Dialog>
  )
}
