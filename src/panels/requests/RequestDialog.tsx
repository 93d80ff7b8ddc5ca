import { useState } from 'react'
import { productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { commentLimit } from '@/domain/request'
import { gateLevel } from '@/domain/policy'
import { versionWords } from '@/domain/words'
import { IdentityForm } from '@/panels/IdentityForm'
import type { RegistrySource, RequestOutcome } from '@/ports/registry'
import { useIdentity } from '@/queries/identity'
import { useRequestPromotion } from '@/queries/requests'
import { useSources } from '@/queries/sources'
import { TextArea } from '@/ui/controls/TextArea'
import { ConfirmFooter } from '@/ui/dialog/ConfirmFooter'
import { Dialog } from '@/ui/dialog/Dialog'
import { failureWords } from '@/ui/frame/panelState'
import { RequestChecks } from './RequestChecks'
import styles from './RequestDialog.module.css'
import { requestTitle } from './requestWords'

export interface RequestDialogProps {
  registry: RegistrySource
  model: RegisteredModel
  version: string
  onClose: () => void
  onDone: (outcome: RequestOutcome) => void
}

/** Files a request: what is asked for, what the checks say of it, and why. */
export function RequestDialog({ registry, model, version, onClose, onDone }: RequestDialogProps) {
  const actor = useIdentity(registry)
  const { policy } = useSources()
  const [text, setText] = useState('')
  const { mutate, isPending, error } = useRequestPromotion(registry)
  const champion = productionOf(model, registry.aliasNames)?.version ?? null
  const reason = text.trim()
  const tooLong = reason.length > commentLimit
  const whyNot = actor === null ? 'Give your name first.' : reason === '' ? 'Write a reason.' : tooLong ? 'Shorten the reason.' : null
  const required = gateLevel({ model: model.policy, deployment: policy }, 'two_people', 'off').value === 'required'
  const failed = error && failureWords(error)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={requestTitle(model.ref.name, version)}
      aside={champion === null ? 'nothing in production yet' : `currently ${versionWords(champion)}`}
      locked={isPending}
      footer={
        <ConfirmFooter
          note={isPending ? 'Writing, reading back …' : whyNot}
          busy={isPending}
          blocked={whyNot !== null}
          onCancel={onClose}
          onConfirm={() => actor && mutate({ model: model.ref, version, actor, reason }, { onSuccess: onDone })}
        >
          Request promotion
        </ConfirmFooter>
      }
    >
      <div className={styles['content']}>
        {failed && (
          <p role="alert" className={styles['error']}>
            {failed.what} {failed.advice}
          </p>
        )}
        <p>
          {required
            ? 'This model’s policy asks for two people: you ask, and somebody else approves before the version is promoted.'
            : 'Somebody else looks at it and approves. The policy of this model does not ask for that: whoever may, can promote the version at once.'}
        </p>
        <RequestChecks registry={registry} request={{ model: model.ref, version }} />
        {actor === null && <IdentityForm onDone={() => undefined} />}
        <TextArea
          label="Reason"
          rows={3}
          required
          data-autofocus
          value={text}
          disabled={isPending}
          help="What whoever approves should know."
          error={tooLong ? `${reason.length} characters; at most ${commentLimit} fit.` : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  )
}
