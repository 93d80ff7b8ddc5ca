/**
 * Files of a build that need each other at once: which of them runs first then depends on who asked, and a component
 * of the other may not be there yet.
 *
 * @param {Readonly<Record<string, { imports?: string[] }>>} manifest Vite's
 * @returns {string[] | null} manifest keys from one file round to itself; `null`: there is no such round
 */
export function chunkCycle(manifest) {
  /** @type {Set<string>} */
  const done = new Set()
  /** @param {string} key @param {string[]} path @returns {string[] | null} */
  const walk = (key, path) => {
    if (path.includes(key)) return [...path.slice(path.indexOf(key)), key]
    if (done.has(key)) return null
    for (const next of manifest[key]?.imports ?? []) {
      const cycle = walk(next, [...path, key])
      if (cycle !== null) return cycle
    }
    done.add(key)
    return null
  }
  for (const key of Object.keys(manifest)) {
    const cycle = walk(key, [])
    if (cycle !== null) return cycle
  }
  return null
}
