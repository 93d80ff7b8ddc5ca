import type { ModelTask, ServingKind } from '@/domain/model'
import { servingKinds } from '@/domain/model'
import type { Policy } from '@/domain/policy'
import type { Problem } from '@/domain/problem'
import type { Tags } from './names'
import { tagNames, tagValue } from './names'
import { policyOf } from './policy'

/** What a registered model's tags say. */
export interface ModelAnnotations {
  owner: string | null
  task: ModelTask | null
  servingKind: ServingKind | null
  /** The JSON of a match rule, for the monitoring adapter to read. */
  serving: string | null
  policy: Policy | null
  /** An open request or an unfinished decision. */
  pending: boolean
  problems: readonly Problem[]
}

/** Reads a registered model's tags; what cannot be read is absent and named. */
export function modelAnnotationsOf(tags: Tags): ModelAnnotations {
  const problems: Problem[] = []
  const kind = tagValue(tags, tagNames.kind)
  const servingKind = servingKinds.find((known) => known === kind) ?? null
  if (kind !== null && servingKind === null)
    problems.push({ field: tagNames.kind, message: `"${kind}" is not one of ${servingKinds.join(', ')}.` })

  const pending = tagValue(tags, tagNames.pending)
  if (pending !== null && pending !== 'yes' && pending !== 'no')
    problems.push({ field: tagNames.pending, message: `"${pending}" is neither yes nor no.` })

  const { policy, problems: policyProblems } = policyOf(tags)
  return {
    owner: tagValue(tags, tagNames.owner),
    task: tagValue(tags, tagNames.task),
    servingKind,
    serving: tagValue(tags, tagNames.serving),
    policy,
    pending: pending === 'yes',
    problems: [...problems, ...policyProblems],
  }
}
