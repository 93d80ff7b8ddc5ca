import { invalid } from './mlflowError'
import { type FilterToken, filterTokens } from './mlflowFilterTokens'

/** One condition of a filter; all must hold. */
export interface Clause {
  /** As written: `name`, `tags.team`, ``metrics.`a b` ``. */
  identifier: string
  /** Upper case. `IS NULL` and `IS NOT NULL` have no value. */
  comparator: string
  value: FilterToken | null
}

/**
 * MLflow's filter grammar: comparisons joined by AND (which may even be missing), no OR, no nesting.
 * https://mlflow.org/docs/latest/ml/search/search-runs/
 *
 * @throws MlflowError with MLflow's own words for what it does not take.
 */
export function parseFilter(filter: string | null, quoteInvalid = false): readonly Clause[] {
  if (filter === null || filter === '') return []
  if (filter.trim() === '') throw invalid(`Invalid filter '${filter}'. Could not be parsed.`)
  const tokens = filterTokens(filter)
  const end = tokens.findIndex((token) => token.kind === 'end')
  if (end >= 0 && end < tokens.length - 1) {
    throw invalid(`Search filter contained multiple expression "${filter}". Provide AND-ed expression list.`)
  }
  const clauses: Clause[] = []
  const odd: string[] = []
  let at = 0
  while (at < tokens.length) {
    const found = clauseAt(tokens, at)
    if (found !== null) {
      clauses.push(found.clause)
      at += found.length
      continue
    }
    const text = tokens[at]?.text ?? ''
    if (text.toUpperCase() !== 'AND') odd.push(text)
    at++
  }
  if (odd.length > 0) {
    throw invalid(`Invalid clause(s) in filter string: ${odd.map((text) => (quoteInvalid ? `'${text}'` : text)).join(', ')}`)
  }
  return clauses
}

function clauseAt(tokens: readonly FilterToken[], at: number): { clause: Clause; length: number } | null {
  const [name, second, third, fourth] = tokens.slice(at, at + 4)
  if (name === undefined || second === undefined || third === undefined || !isName(name)) return null
  const identifier = name.text
  if (word(second) === 'IS' && word(third) === 'NULL') return { clause: { identifier, comparator: 'IS NULL', value: null }, length: 3 }
  if (word(second) === 'IS' && word(third) === 'NOT' && word(fourth) === 'NULL') {
    return { clause: { identifier, comparator: 'IS NOT NULL', value: null }, length: 4 }
  }
  if (word(second) === 'IN' && third.kind === 'list') return { clause: { identifier, comparator: 'IN', value: third }, length: 3 }
  if (word(second) === 'NOT' && word(third) === 'IN' && fourth?.kind === 'list') {
    return { clause: { identifier, comparator: 'NOT IN', value: fourth }, length: 4 }
  }
  const compares = second.kind === 'operator' || word(second) === 'LIKE' || word(second) === 'ILIKE'
  const isValue = third.kind === 'string' || third.kind === 'number' || third.kind === 'quoted-name' || (third.kind === 'word' && !isKeyword(third))
  if (!compares || !isValue) return null
  return { clause: { identifier, comparator: second.text.toUpperCase(), value: third }, length: 3 }
}

/** The keyword that a token may be, in upper case. */
function word(token: FilterToken | undefined): string {
  return token?.kind === 'word' ? token.text.toUpperCase() : ''
}

function isName(token: FilterToken): boolean {
  return (token.kind === 'word' || token.kind === 'quoted-name') && !isKeyword(token)
}

function isKeyword(token: FilterToken): boolean {
  return ['AND', 'OR', 'NOT', 'IN', 'IS', 'NULL', 'LIKE', 'ILIKE'].includes(token.text.toUpperCase())
}
