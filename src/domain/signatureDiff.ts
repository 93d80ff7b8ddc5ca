import type { Signature, SignatureField } from './signature'

/** One way in which a new signature differs from the one that callers know. */
export interface SignatureChange {
  part: 'inputs' | 'outputs' | 'params'
  /** The field's name, or its place where tensors have none: `#1`. */
  field: string
  kind: 'added' | 'removed' | 'type' | 'required' | 'optional'
  /** A caller of the old version would fail, or read what is not there. */
  breaking: boolean
  /** A whole sentence. */
  sentence: string
}

/**
 * What callers must know when `after` takes the place of `before`, breaking changes first. `null`: one of the
 * two has no signature, so nothing can be said.
 *
 * What breaks follows MLflow's schema enforcement: a missing required column and a type that cannot be
 * widened are refused, superfluous columns and unknown parameters are ignored.
 * https://mlflow.org/docs/latest/ml/model/signatures/#signature-enforcement
 */
export function signatureDiff(before: Signature | null, after: Signature | null): readonly SignatureChange[] | null {
  if (before === null || after === null) return null
  const changes = [
    ...diffPart('inputs', before.inputs, after.inputs),
    ...diffPart('outputs', before.outputs, after.outputs),
    ...diffPart('params', before.params, after.params),
  ]
  return changes.toSorted((a, b) => Number(b.breaking) - Number(a.breaking))
}

const words = { inputs: 'Input', outputs: 'Output', params: 'Parameter' } as const

function diffPart(
  part: SignatureChange['part'],
  before: readonly SignatureField[],
  after: readonly SignatureField[],
): readonly SignatureChange[] {
  const old = byName(before)
  const next = byName(after)
  const changes: SignatureChange[] = []
  for (const [field, now] of next) {
    const was = old.get(field)
    if (was === undefined) changes.push(added(part, field, now))
    else changes.push(...altered(part, field, was, now))
  }
  for (const [field, was] of old) if (!next.has(field)) changes.push(removed(part, field, was))
  return changes
}

/** Tensors may have no name: they are told by their place. */
function byName(fields: readonly SignatureField[]): ReadonlyMap<string, SignatureField> {
  return new Map(fields.map((field, index) => [field.name ?? `#${index + 1}`, field]))
}

function added(part: SignatureChange['part'], field: string, { type, required }: SignatureField): SignatureChange {
  const breaking = part === 'inputs' && required
  const effect = breaking
    ? 'callers who do not send it are refused.'
    : part === 'outputs'
      ? 'callers may ignore it.'
      : 'callers may leave it out.'
  return { part, field, kind: 'added', breaking, sentence: `${words[part]} \`${field}\` (${type}) is new: ${effect}` }
}

function removed(part: SignatureChange['part'], field: string, { type }: SignatureField): SignatureChange {
  const breaking = part === 'outputs'
  const effect = breaking ? 'callers who read it find nothing.' : 'what callers send for it is ignored.'
  return { part, field, kind: 'removed', breaking, sentence: `${words[part]} \`${field}\` (${type}) is gone: ${effect}` }
}

function altered(
  part: SignatureChange['part'],
  field: string,
  was: SignatureField,
  now: SignatureField,
): readonly SignatureChange[] {
  const changes: SignatureChange[] = []
  if (was.type !== now.type) {
    const widens = part !== 'outputs' && widenings.get(was.type)?.includes(now.type) === true
    const effect = widens
      ? 'what callers send is widened.'
      : part === 'outputs'
        ? 'callers who read it must change.'
        : 'what callers send is refused.'
    changes.push({
      part,
      field,
      kind: 'type',
      breaking: !widens,
      sentence: `${words[part]} \`${field}\` was ${was.type} and is ${now.type}: ${effect}`,
    })
  }
  if (part === 'inputs' && was.required !== now.required) {
    const sentence = now.required
      ? `Input \`${field}\` was optional and is required: callers who do not send it are refused.`
      : `Input \`${field}\` was required and is optional.`
    changes.push({ part, field, kind: now.required ? 'required' : 'optional', breaking: now.required, sentence })
  }
  return changes
}

/** https://github.com/mlflow/mlflow/blob/master/mlflow/models/utils.py (`_enforce_mlflow_datatype`) */
const widenings: ReadonlyMap<string, readonly string[]> = new Map([
  ['integer', ['long', 'double']],
  ['float', ['double']],
])
