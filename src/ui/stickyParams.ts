/**
 * Query parameters that hold for the whole visit: the demo and its fixed world, and the time controls.
 * Every link carries them, so that a shared address shows the same thing.
 */
export const stickyParams = ['demo', 'seed', 'now', 'range', 'from', 'to', 'refresh'] as const

/** `to` with the sticky parameters of `current` added where `to` does not set them itself. */
export function withStickyParams(to: string, current: URLSearchParams): string {
  const [rest, hash] = splitOnce(to, '#')
  const [path, own] = splitOnce(rest, '?')
  const params = new URLSearchParams(own)
  for (const name of stickyParams) {
    const value = current.get(name)
    if (value !== null && !params.has(name)) params.set(name, value)
  }
  const query = params.toString()
  return path + (query ? `?${query}` : '') + (hash === undefined ? '' : `#${hash}`)
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
