import type { SyntaxNode } from '@lezer/common'
import type { Expr } from './syntax'

/** Reads one node of the syntax tree; handed down so that the parts of the parser need not know each other. */
export type ParseNode = (text: string, node: SyntaxNode) => Expr

export function textOf(text: string, node: SyntaxNode | null): string {
  return node === null ? '' : text.slice(node.from, node.to)
}

/** The names of a `(a, b)` list. */
export function labelNames(text: string, list: SyntaxNode | null): string[] {
  return list?.getChildren('LabelName').map((name) => textOf(text, name)) ?? []
}
