/** Uniform numbers in [0, 1). */
export type Stream = () => number

/** FNV-1a with a final avalanche: a stable 32-bit number of a text. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix32(h)
}

/**
 * A random stream of its own for every name, so that adding a model (or a draw inside one) does not
 * change any other. The generator is sfc32 (PractRand, public domain).
 */
export function stream(seed: string, ...names: readonly string[]): Stream {
  const key = [seed, ...names].join('\u0000')
  let a = hash32(`${key}a`)
  let b = hash32(`${key}b`)
  let c = hash32(`${key}c`)
  let d = 1
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** A number in [0, 1) that depends on a key and a slot only: noise that can be asked in any order. */
export function noiseAt(key: number, slot: number): number {
  return mix32(Math.imul(key, 0x9e3779b1) ^ mix32(slot + 0x7f4a7c15)) / 4294967296
}

/** Standard normal noise of a key and slot. */
export function normalAt(key: number, slot: number): number {
  return normalOf(noiseAt(key, slot), noiseAt(key ^ 0x5bd1e995, slot))
}

/**
 * Roughly normal noise of a key and slot (the sum of four uniform bytes): a tenth of the cost, for what is
 * drawn a hundred thousand times.
 */
export function roughNormalAt(key: number, slot: number): number {
  return roughNormalOf(bitsAt(key, slot))
}

/** 32 bits of a key and slot; `nextBits` makes more of them. */
export function bitsAt(key: number, slot: number): number {
  return mix32(Math.imul(key, 0x9e3779b1) ^ mix32(slot + 0x7f4a7c15))
}

export function nextBits(bits: number): number {
  const h = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) + 0x6d2b79f5
  return (h ^ (h >>> 13)) >>> 0
}

export function roughNormalOf(bits: number): number {
  return ((bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - 510) / 147.8
}

/** One standard normal number. */
export function normal(next: Stream): number {
  return normalOf(next(), next())
}

export function between(next: Stream, low: number, high: number): number {
  return low + (high - low) * next()
}

export function pick<T>(next: Stream, items: readonly [T, ...T[]]): T {
  return items[Math.floor(next() * items.length)] ?? items[0]
}

/** Lower-case hexadecimal digits, e.g. for run ids and commits. */
export function hex(next: Stream, length: number): string {
  let text = ''
  while (text.length < length) text += Math.floor(next() * 16).toString(16)
  return text
}

function normalOf(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v)
}

function mix32(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
