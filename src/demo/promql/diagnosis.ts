import { parseError, type PromqlError } from './promqlError'
import { signatureOf } from './signature'
import { isAggregate } from './syntax'

const token = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`|[A-Za-z_:][A-Za-z0-9_:]*|\d[\w.]*|\.\d+\w*|=~|!~|==|!=|<=|>=|[-+*/%^<>=@(){}[\],:]/y
const keywords = new Set('by without on ignoring group_left group_right offset bool and or unless atan2'.split(' '))

/** Says of a text that Prometheus's grammar refuses what is wrong, in the words of Prometheus's own parser. */
export function diagnose(text: string, errorAt: number): PromqlError {
  if (/^(?:\s|#[^\n]*)*$/.test(text)) return parseError(text, 0, 'no expression found in input')
  let round = 0
  const open: string[] = []
  let previous = ''
  for (let i = 0; i < text.length; ) {
    const skipped = /^(?:\s+|#[^\n]*)/.exec(text.slice(i))?.[0].length ?? 0
    i += skipped
    if (i >= text.length) break
    token.lastIndex = i
    const found = token.exec(text)?.[0]
    if (found === undefined) {
      const char = text.charAt(i)
      if (/["'`]/.test(char)) return parseError(text, i, 'unterminated quoted string')
      const where = open.at(-1) === '{' ? ' inside braces' : ''
      if (char === '!') return parseError(text, i + 1, `unexpected character after '!'${where}: '${text.charAt(i + 1)}'`)
      return parseError(text, i, `unexpected character${where}: '${char}'`)
    }
    if (found === '(') {
      round++
      if (isUnknownFunction(previous)) return parseError(text, text.lastIndexOf(previous, i), `unknown function with name "${previous}"`)
    }
    if (found === ')' && --round < 0) return parseError(text, i + 1, "unexpected right parenthesis ')'")
    if (found === '[' && !/^\s*\d/.test(text.slice(i + 1))) return parseError(text, i + 1, 'missing unit character in duration')
    if (found === '{') open.push(found)
    if (found === '}' && open.pop() === undefined) return parseError(text, i + 1, "unexpected right brace '}'")
    if (i >= errorAt && found !== ')' && open.length === 0) return parseError(text, i, `unexpected ${describe(found)}`)
    if (i >= errorAt && open.length > 0) return parseError(text, i, `unexpected ${describe(found)} in label matching`)
    previous = found
    i += found.length
  }
  if (open.length > 0) return parseError(text, text.length, 'unexpected end of input inside braces')
  if (round > 0) return parseError(text, text.length, 'unclosed left parenthesis')
  const rest = text.slice(errorAt).trim()
  return parseError(text, rest === '' ? text.length : errorAt, rest === '' ? 'unexpected end of input' : `unexpected ${describe(rest)}`)
}

function isUnknownFunction(name: string): boolean {
  return /^[A-Za-z_:][\w:]*$/.test(name) && !keywords.has(name.toLowerCase()) && !isAggregate(name.toLowerCase()) && signatureOf(name) === undefined
}

function describe(found: string): string {
  const lower = found.toLowerCase()
  if (/^["'`]/.test(found)) return `string ${JSON.stringify(found)}`
  if (keywords.has(lower)) return /^(?:and|or|unless|atan2)$/.test(lower) ? `<op:${lower}>` : `<${lower}>`
  if (isAggregate(lower)) return `<aggr:${lower}>`
  if (/^[A-Za-z_:]/.test(found)) return `identifier "${found}"`
  if (/^[\d.]/.test(found)) return /[a-z]$/i.test(found) ? `duration "${found}"` : `number "${found}"`
  return /^(?:[-+*/%^<>]|==|!=|<=|>=|=~|!~)$/.test(found) ? `<op:${found}>` : `"${found}"`
}
