import { PromqlError } from './promqlError'

const posix: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
}

const compiled = new Map<string, RegExp>()

/**
 * A label pattern as Prometheus reads it: RE2 syntax, anchored at both ends.
 * What RE2 refuses (look-around, back-references) is refused here with its words; groups with flags are
 * understood at the start only.
 */
export function compileRegexp(source: string): RegExp {
  const known = compiled.get(source)
  if (known !== undefined) return known
  const flags = /^\(\?([ims]+)\)/.exec(source)
  const body = source.slice(flags?.[0].length ?? 0)
  let result: RegExp
  try {
    result = new RegExp(`^(?:${translate(body)})$`, `u${flags?.[1] ?? ''}`)
  } catch (error) {
    if (error instanceof PromqlError) throw error
    throw regexpError(`${reasonOf(source)}: \`^(?:${source})$\``)
  }
  compiled.set(source, result)
  return result
}

function regexpError(reason: string): PromqlError {
  return new PromqlError('bad_data', `error parsing regexp: ${reason}`)
}

function reasonOf(source: string): string {
  const plain = source.replace(/\\./gs, '')
  const opened = plain.split('(').length
  const closed = plain.split(')').length
  if (opened > closed) return 'missing closing )'
  if (closed > opened) return 'unexpected )'
  return plain.split('[').length > plain.split(']').length ? 'missing closing ]' : 'invalid regular expression'
}

/** RE2 text → JavaScript text for a RegExp with the `u` flag. */
function translate(source: string): string {
  let out = ''
  let inClass = false
  for (let i = 0; i < source.length; i++) {
    const rest = source.slice(i)
    const char = source.charAt(i)
    if (char === '\\') {
      const [text, length] = escape(rest, inClass)
      out += text
      i += length - 1
    } else if (inClass) {
      const named = /^\[:(\^?)(\w+):\]/.exec(rest)
      const range = posix[named?.[2] ?? '']
      if (named && range !== undefined && named[1] === '') {
        out += range
        i += named[0].length - 1
      } else if (char === ']' && !out.endsWith('[') && !out.endsWith('[^')) {
        inClass = false
        out += char
      } else out += char === '[' || char === ']' ? `\\${char}` : char
    } else if (char === '[') {
      inClass = true
      out += source.charAt(i + 1) === '^' ? '[^' : '['
      if (source.charAt(i + 1) === '^') i++
    } else if (char === '(' && source.charAt(i + 1) === '?') {
      const group = /^\(\?(?::|P?<(\w+)>)/.exec(rest)
      if (!group) throw regexpError(`invalid or unsupported Perl syntax: \`${/^\(\?(?:<?[=!]|.?)/s.exec(rest)?.[0] ?? '(?'}\``)
      out += group[1] === undefined ? '(?:' : `(?<${group[1]}>`
      i += group[0].length - 1
    } else if (char === '{' && !/^\{\d+(?:,\d*)?\}/.test(rest)) out += '\\{'
    else if (char === '}' && !/\{\d+(?:,\d*)?$/.test(out)) out += '\\}'
    else out += char === ']' ? '\\]' : char
  }
  return out
}

/** The translation of the escape at the start of `rest`, and how much of it was read. */
function escape(rest: string, inClass: boolean): [text: string, length: number] {
  const quoted = /^\\Q(.*?)(?:\\E|$)/s.exec(rest)
  if (quoted) return [(quoted[1] ?? '').replace(/[\\^$.*+?()[\]{}|/-]/g, (c) => (c === '-' ? '\\x2d' : `\\${c}`)), quoted[0].length]
  const hex = /^\\x\{([0-9A-Fa-f]+)\}/.exec(rest)
  if (hex) return [`\\u{${hex[1] ?? '0'}}`, hex[0].length]
  const unicode = /^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(rest)
  if (unicode) return [`\\${unicode[1] ?? 'p'}{${unicode[3] ?? unicode[4] ?? ''}}`, unicode[0].length]
  const char = rest.charAt(1)
  if (char === 'A') return ['^', 2]
  if (char === 'z') return ['$', 2]
  if (char === 'a') return ['\\x07', 2]
  if (/[dDsSwWbBtnrfv]/.test(char) || /^\\x[0-9A-Fa-f]{2}/.test(rest)) return [rest.slice(0, char === 'x' ? 4 : 2), char === 'x' ? 4 : 2]
  if (char === '' || /[0-9A-Za-z]/.test(char)) {
    throw regexpError(char === '' ? 'trailing backslash at end of expression: ``' : `invalid escape sequence: \`\\${char}\``)
  }
  if (/[\\^$.*+?()[\]{}|/]/.test(char) || (char === '-' && inClass)) return [`\\${char}`, 2]
  return [char, 2]
}
