const space = /[ \t\r\n]*/y
// A control character inside a string is refused by not being in \P{Cc}.
const string = /"(?:(?!["\\])[\P{Cc}\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * Where a text stops being JSON. JSON.parse names a position in some of its messages only, and which
 * differs between versions of Node, so the grammar is walked again.
 *
 * @param {string} text that JSON.parse has refused
 * @returns {{ line: number, column: number }} both from 1
 */
export function whereJsonBreaks(text) {
  let at = 0
  /** @param {RegExp} token a sticky expression */
  const take = (token) => {
    space.lastIndex = at
    space.test(text)
    at = space.lastIndex
    token.lastIndex = at
    const found = token.test(text)
    if (found) at = token.lastIndex
    return found
  }
  /** @returns {boolean} */
  const value = () => {
    if (take(/\{/y)) return take(/\}/y) || list(() => take(string) && take(/:/y) && value(), /\}/y)
    if (take(/\[/y)) return take(/\]/y) || list(value, /\]/y)
    return take(string) || take(scalar)
  }
  /** @param {() => boolean} item @param {RegExp} end */
  const list = (item, end) => {
    do if (!item()) return false
    while (take(/,/y))
    return take(end)
  }
  value()
  take(/(?:)/y)
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
