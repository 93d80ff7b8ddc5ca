import { escapeRegex, type LabelPattern } from './promql'

/** How a label value names a registered model, compiled from a template or a regular expression. */
export interface ModelPattern {
  /** Whether the name plays a part; without it the pattern can only belong to one model. */
  usesName: boolean
  /** What a label value says; `null`: it does not fit. `key: null`: it fits whatever the model's name. */
  read(value: string): { key: string | null; version: string | null } | null
  /** What `key` is for a registered name. */
  keyOf(name: string): string
  /** What to ask the server for; `null`: it cannot be told from the name. */
  labelOf(name: string): LabelPattern | null
}

/** How a label value names a version: the registry's own version string, or `null`. */
export interface VersionPattern {
  read(value: string): string | null
}

/** Why a text is no pattern, to follow its path: `uses "upper", which is not known`. */
export interface PatternProblem {
  problem: string
}

/** Lower case, words joined by `-`: `FraudDetector v2` and `fraud_detector.v2` are `fraud-detector-v2`. */
export function kebab(text: string): string {
  return text
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}

const functions: Readonly<Record<string, (text: string) => string>> = {
  kebab,
  lower: (text) => text.toLowerCase(),
}

type Part = { text: string } | { field: 'name' | 'version'; apply: (name: string) => string }

/** `${name}-v${version}`, or `/^(?<name>.+)-v(?<version>\d+)$/`. */
export function parseModelPattern(text: string): ModelPattern | PatternProblem {
  const regex = parseRegex(text)
  if (regex !== null) return regex instanceof RegExp ? regexModel(regex) : regex
  const parts = parseTemplate(text)
  if ('problem' in parts) return parts
  const nameParts = parts.filter((part) => 'field' in part && part.field === 'name')
  const apply = nameParts.map((part) => ('apply' in part ? part.apply : identity))[0] ?? identity
  const hasVersion = parts.some((part) => 'field' in part && part.field === 'version')
  const reader = toRegExp(parts)
  return {
    usesName: nameParts.length > 0,
    read(value) {
      const groups = reader.exec(value)
      return groups && { key: groups.groups?.['name'] ?? null, version: groups.groups?.['version'] ?? null }
    },
    keyOf: apply,
    labelOf(name) {
      const texts = parts.map((part) => ('text' in part ? part.text : part.field === 'name' ? apply(name) : null))
      if (!hasVersion) return { literal: texts.join('') }
      return { regex: texts.map((part) => (part === null ? '.+' : escapeRegex(part))).join('') }
    },
  }
}

/** `v${version}`, or `/^v(?<version>\d+)$/`. */
export function parseVersionPattern(text: string): VersionPattern | PatternProblem {
  const regex = parseRegex(text)
  if (regex !== null && !(regex instanceof RegExp)) return regex
  const parts = regex === null ? parseTemplate(text) : []
  if ('problem' in parts) return parts
  if (regex === null && !parts.some((part) => 'field' in part && part.field === 'version')) {
    return { problem: 'does not hold ${version}' }
  }
  if (parts.some((part) => 'field' in part && part.field === 'name')) {
    return { problem: 'holds ${name}, which belongs in "model"' }
  }
  if (regex !== null && !hasGroup(regex, 'version')) return { problem: 'has no group (?<version>…)' }
  const reader = regex ?? toRegExp(parts)
  return { read: (value) => reader.exec(value)?.groups?.['version'] ?? null }
}

function regexModel(reader: RegExp): ModelPattern {
  return {
    usesName: hasGroup(reader, 'name'),
    read(value) {
      const found = reader.exec(value)
      return found && { key: found.groups?.['name'] ?? null, version: found.groups?.['version'] ?? null }
    },
    keyOf: identity,
    labelOf: () => null,
  }
}

function identity(text: string): string {
  return text
}

function hasGroup(regex: RegExp, name: string): boolean {
  return regex.source.includes(`(?<${name}>`)
}

/** A repeated group that repeats inside takes exponential time on some texts; a tag's author is not always known. */
const nestedRepetition = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)[+*{]/

/** `null`: the text is no regular expression. `(?P<name>…)`, as Python and RE2 write it, is taken too. */
function parseRegex(text: string): RegExp | PatternProblem | null {
  if (text.length < 3 || !text.startsWith('/') || !text.endsWith('/')) return null
  const source = text.slice(1, -1).replaceAll('(?P<', '(?<')
  if (nestedRepetition.test(source)) return { problem: 'repeats a group that repeats inside' }
  try {
    return new RegExp(source, 'u')
  } catch (error) {
    return { problem: `is no regular expression: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function parseTemplate(text: string): Part[] | PatternProblem {
  const parts: Part[] = []
  for (const piece of text.split(/(\$\{[^}]*\})/).filter((piece) => piece !== '')) {
    const part = piece.startsWith('${') && piece.endsWith('}') ? parseField(piece.slice(2, -1)) : { text: piece }
    if ('problem' in part) return part
    if ('field' in part && parts.some((other) => 'field' in other && other.field === part.field)) {
      return { problem: `holds ${part.field} twice` }
    }
    parts.push(part)
  }
  return parts
}

/** `name`, `version`, `kebab(name)`. */
function parseField(text: string): Part | PatternProblem {
  const expression = text.trim()
  if (expression === 'name' || expression === 'version') return { field: expression, apply: identity }
  const call = /^(\w+)\((.*)\)$/.exec(expression)
  const apply = call && functions[call[1] ?? '']
  if (!call || !apply) {
    return { problem: `holds \${${text}}; known are name, version, kebab(name) and lower(name)` }
  }
  const inner = parseField(call[2] ?? '')
  if ('problem' in inner) return inner
  if (!('field' in inner) || inner.field === 'version') {
    return { problem: `changes the version by ${call[1]}(), so that the registry's own cannot be known` }
  }
  return { field: 'name', apply: (name) => apply(inner.apply(name)) }
}

function toRegExp(parts: readonly Part[]): RegExp {
  const source = parts.map((part) => ('text' in part ? escapeRegex(part.text) : `(?<${part.field}>.+)`)).join('')
  return new RegExp(`^${source}$`, 'su')
}
