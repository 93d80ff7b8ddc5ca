import { invalid } from './mlflowError'
import { type Clause, parseFilter } from './mlflowFilter'
import { type Comparable, listValue, matches, textValue } from './mlflowFilterValues'

/** A clause that was found to make sense for the entity that is searched. */
export interface Condition {
  type: 'attribute' | 'tag' | 'metric' | 'parameter' | 'dataset'
  key: string
  comparator: string
  /** `null` for IS [NOT] NULL. */
  value: Comparable | null
}

/** What one kind of entity can be searched by. */
export interface Searchable {
  attributes: readonly string[]
  numericAttributes: readonly string[]
  /** Attributes that take IN. */
  listAttributes: readonly string[]
  /** `false`: the registry's grammar, which knows attributes and tags only. */
  tracking: boolean
}

const trackingTypes: Readonly<Record<string, Condition['type']>> = {
  metric: 'metric', metrics: 'metric', parameter: 'parameter', parameters: 'parameter', param: 'parameter', params: 'parameter',
  tag: 'tag', tags: 'tag', attribute: 'attribute', attributes: 'attribute', attr: 'attribute', run: 'attribute',
  dataset: 'dataset', datasets: 'dataset',
}
const registryTypes: Readonly<Record<string, Condition['type']>> = { attribute: 'attribute', tag: 'tag', tags: 'tag' }

/** Parses a filter and checks it against what can be searched. */
export function conditions(filter: string | null, searchable: Searchable): readonly Condition[] {
  return parseFilter(filter, searchable.tracking).map((clause) => condition(clause, searchable))
}

/** Whether an entity meets a condition; `read` gives its value, `undefined` where it has none. */
export function meets(condition: Condition, read: (type: Condition['type'], key: string) => string | number | undefined): boolean {
  const actual = read(condition.type, condition.key)
  if (condition.value === null) return (actual === undefined) === (condition.comparator === 'IS NULL')
  return matches(actual, condition.comparator, condition.value)
}

/** The type and key that an identifier names; also used for `order_by`. */
export function identifier(text: string, searchable: Searchable): { type: Condition['type']; key: string } {
  const dot = text.indexOf('.')
  const prefix = dot < 0 ? 'attribute' : text.slice(0, dot).replaceAll('`', '')
  const key = unquoted(text.slice(dot + 1))
  const types = searchable.tracking ? trackingTypes : registryTypes
  const type = types[prefix]
  if (type === undefined) {
    throw invalid(
      searchable.tracking
        ? `Invalid entity type '${prefix}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']`
        : `Invalid entity type '${prefix}'. Valid entity types are ('attribute', 'tag', 'tags')`,
    )
  }
  if (type === 'attribute' && !searchable.attributes.includes(key)) {
    throw invalid(`Invalid attribute key '${key}' specified. Valid keys are '{${searchable.attributes.map((a) => `'${a}'`).join(', ')}}'`)
  }
  if (type === 'dataset' && !['name', 'digest', 'context'].includes(key)) {
    throw invalid(`Invalid dataset key '${key}' specified. Valid keys are '{'context', 'name', 'digest'}'`)
  }
  return { type, key }
}

function condition(clause: Clause, searchable: Searchable): Condition {
  const { type, key } = identifier(clause.identifier, searchable)
  const { comparator, value: token } = clause
  if (token === null) {
    if (!searchable.tracking) throw invalid('Invalid comparison clause. Expected 3 tokens found 2')
    if (type !== 'tag' && type !== 'parameter') {
      throw invalid(`IS NULL / IS NOT NULL is only supported for tags and params, not for '${type}' '${key}'`)
    }
    return { type, key, comparator, value: null }
  }
  const isList = token.kind === 'list'
  if (type === 'metric') {
    if (token.kind !== 'number') throw invalid(`Expected numeric value type for metric. Found ${token.text}`)
    return numeric(type, key, comparator, Number(token.text))
  }
  if (type === 'tag' || type === 'parameter') {
    if (isList || token.kind === 'number') {
      throw invalid(`Expected a quoted string value for ${type} (e.g. 'my-value'). Got value ${token.text}`)
    }
    return textual(type, key, comparator, textValue(token))
  }
  if (searchable.numericAttributes.includes(key) && !isList) {
    const text = token.kind === 'number' ? token.text : textValue(token)
    if (searchable.tracking && token.kind !== 'number') {
      throw invalid(`Expected numeric value type for numeric attribute: ${key}. Found ${token.text}`)
    }
    if (!searchable.tracking && isComparison(comparator) && !/^-?\d+$/.test(text)) throw invalid(`Invalid value for numeric attribute '${key}': ${text}`)
    return numeric(type, key, comparator, Number(text))
  }
  if (isList) {
    if (!searchable.listAttributes.includes(key)) {
      const names = searchable.listAttributes.map((name) => `'${name}'`).join(', ')
      throw invalid(`Only [${names}] attributes support comparison with a list of quoted string values.`)
    }
    return { type, key, comparator, value: listValue(token) }
  }
  if (token.kind === 'number') {
    throw invalid(
      searchable.tracking
        ? `Expected a quoted string value for attributes. Got value ${token.text}`
        : `Expected a quoted string value or a list of quoted string values for attributes. Got value ${token.text}`,
    )
  }
  return textual(type, key, comparator, textValue(token))
}

function numeric(type: Condition['type'], key: string, comparator: string, value: number): Condition {
  if (!isComparison(comparator)) throw invalid(`Invalid comparator for attribute ${key}: ${comparator}`)
  return { type, key, comparator, value }
}

function textual(type: Condition['type'], key: string, comparator: string, value: string): Condition {
  if (!['=', '!=', 'LIKE', 'ILIKE'].includes(comparator)) throw invalid(`Invalid comparator for ${type}: ${comparator}`)
  return { type, key, comparator, value }
}

function isComparison(comparator: string): boolean {
  return ['=', '!=', '<', '<=', '>', '>='].includes(comparator)
}

function unquoted(key: string): string {
  return /^(?:`.*`|".*"|'.*')$/s.test(key) ? key.slice(1, -1) : key
}
