/** Whether a body is a page for people: a login page, an SPA's fallback, a web server's error. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|title|h1|p\b)/i.test(text)
}

// Python's json.dumps writes these bare. A whole string is matched first, so that its content is kept.
const stringOrBareNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\bInfinity\b|\bNaN\b/g

/** Parses JSON; bare `NaN`, `Infinity` and `-Infinity` become strings of that name. `undefined`: it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    try {
      return JSON.parse(text.replace(stringOrBareNumber, (token) => (token.startsWith('"') ? token : `"${token}"`)))
    } catch {
      return undefined
    }
  }
}
