import type { SyntaxNode } from '@lezer/common'
import type { LabelMatcher } from '@/demo/world/metricStore'
import { diagnose } from './diagnosis'
import { nameLabel } from './labels'
import { stringValue } from './literals'
import { compileMatcher } from './matcher'
import { parseError, PromqlError } from './promqlError'
import type { SelectorExpr } from './syntax'
import { textOf } from './syntaxNode'

export function parseSelector(text: string, node: SyntaxNode): SelectorExpr {
  const identifier = node.getChild('Identifier')
  const list = node.getChild('LabelMatchers')
  const quoted = list?.getChild('QuotedLabelMatcher') ?? list?.getChild('QuotedLabelName')
  if (quoted) {
    const shown = JSON.stringify(textOf(text, quoted.name === 'QuotedLabelMatcher' ? quoted.firstChild : quoted))
    throw parseError(text, quoted.from, `unexpected string ${shown} in label matching, expected identifier or "}"`)
  }
  const matchers = list?.getChildren('UnquotedLabelMatcher').map((matcher) => parseMatcher(text, matcher)) ?? []
  if (identifier) {
    const name = textOf(text, identifier)
    const twice = matchers.find((matcher) => matcher.name === nameLabel)
    if (twice) throw parseError(text, node.from, `metric name must not be set twice: "${name}" or "${twice.value}"`)
    matchers.unshift({ name: nameLabel, op: '=', value: name })
  }
  const tests = matchers.map((matcher) => checkedMatcher(text, matcher, list?.from ?? node.from))
  if (tests.every((test) => test(''))) throw parseError(text, node.from, 'vector selector must contain at least one non-empty matcher')
  return { kind: 'selector', matchers, at: null, offsetMs: 0, pos: node.from }
}

function parseMatcher(text: string, node: SyntaxNode): LabelMatcher {
  const [name, value] = [node.getChild('LabelName'), node.getChild('StringLiteral')]
  const op = textOf(text, node.getChild('MatchOp'))
  if (!name || !value || (op !== '=' && op !== '!=' && op !== '=~' && op !== '!~')) throw diagnose(text, node.from)
  return { name: textOf(text, name), op, value: stringValue(text, value.from, textOf(text, value)) }
}

function checkedMatcher(text: string, matcher: LabelMatcher, at: number): (value: string) => boolean {
  try {
    return compileMatcher(matcher)
  } catch (error) {
    throw error instanceof PromqlError ? parseError(text, at + 1, error.message) : error
  }
}
