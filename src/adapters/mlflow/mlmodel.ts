import * as z from 'zod/mini'
import type { Signature, SignatureField } from '@/domain/signature'

/**
 * The signature in the text of an MLmodel file; `null`: it states none. The file is YAML, but its signature
 * is three strings of JSON, which PyYAML always writes single-quoted: no YAML reader is needed for it.
 * https://github.com/mlflow/mlflow/blob/master/mlflow/models/signature.py
 */
export function readSignature(mlmodel: string): { signature: Signature | null } | { unreadable: string } {
  const block = /^signature:[^\S\n]*\n((?:[ \t]+.*\n?|\n)+)/m.exec(mlmodel)?.[1]
  if (block === undefined) return { signature: null }
  try {
    return {
      signature: { inputs: fields(block, 'inputs'), outputs: fields(block, 'outputs'), params: fields(block, 'params') },
    }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}

function fields(block: string, key: string): readonly SignatureField[] {
  const raw = new RegExp(`^[ \\t]+${key}:[ \\t]*('(?:[^']|'')*'|[^\\n]*)`, 'm').exec(block)?.[1]?.trim()
  if (raw === undefined || ['', 'null', '~'].includes(raw)) return []
  const json = raw.startsWith("'") ? unfold(raw.slice(1, -1)) : raw
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Error(`${key} is not JSON.`)
  }
  const list = z.safeParse(z.array(fieldSchema), value)
  if (!list.success) throw new Error(`${key} is not a list of columns, tensors or parameters.`)
  return list.data.map((field) => ({
    name: field.name ?? null,
    type: key === 'params' ? paramType(field) : typeName(field),
    // A parameter always has a default.
    required: key !== 'params' && field.required !== false && field.optional !== true,
  }))
}

/** A single-quoted YAML scalar: `''` is a quote, and a line break with its indentation is one space. */
function unfold(text: string): string {
  return text.replaceAll("''", "'").replace(/[ \t]*\n[ \t]*/g, ' ')
}

const loose = z.looseObject({ type: z.string() })
const fieldSchema = z.looseObject({
  type: z.string(),
  name: z.nullish(z.string()),
  required: z.nullish(z.boolean()),
  /** What `required` was called before 2.10. */
  optional: z.nullish(z.boolean()),
  shape: z.nullish(z.array(z.number())),
  'tensor-spec': z.nullish(z.object({ dtype: z.string(), shape: z.array(z.number()) })),
})
type Field = z.output<typeof fieldSchema>

function paramType(field: Field): string {
  return field.shape ? `${field.type}[]` : typeName(field)
}

/** `double`, `tensor(float32, [-1, 784])`, `array<string>`, `map<long>`, `object{a: string, b?: long}`. */
function typeName(value: unknown): string {
  const tensor = z.safeParse(fieldSchema, value).data?.['tensor-spec']
  if (tensor) return `tensor(${tensor.dtype}, [${tensor.shape.join(', ')}])`
  const parsed = z.safeParse(loose, value)
  if (!parsed.success) return 'any'
  const { type, items, values, properties } = parsed.data
  if (type === 'array') return `array<${typeName(items)}>`
  if (type === 'map') return `map<${typeName(values)}>`
  if (type !== 'object' || typeof properties !== 'object' || properties === null) return type
  const members = Object.entries(properties).map(([name, member]: [string, unknown]) => {
    const required = z.safeParse(z.looseObject({ required: z.literal(false) }), member)
    return `${name}${required.success ? '?' : ''}: ${typeName(member)}`
  })
  return `object{${members.join(', ')}}`
}
