import type { Stream } from '@/demo/world/random'

/** A bar chart as matplotlib would save it: how much each input matters. */
export function importancePicture(names: readonly string[], next: Stream): string {
  const raw = names.map(() => next() ** 2 + 0.05)
  const total = raw.reduce((a, b) => a + b, 0)
  const bars = names.map((name, i) => ({ name, share: (raw[i] ?? 0) / total })).toSorted((a, b) => b.share - a.share)
  const widest = bars[0]?.share ?? 1
  const height = 56 + bars.length * 28
  const rows = bars.map(({ name, share }, i) => {
    const y = 44 + i * 28
    const width = Math.round((share / widest) * 330)
    return `<text x="150" y="${y + 14}" text-anchor="end">${escaped(name)}</text><rect x="158" y="${y}" width="${width}" height="18" fill="#1f77b4"/><text x="${164 + width}" y="${y + 14}">${share.toFixed(2)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="${height}" viewBox="0 0 560 ${height}" font-family="DejaVu Sans, sans-serif" font-size="12"><rect width="560" height="${height}" fill="#fff"/><text x="280" y="24" text-anchor="middle" font-size="14">Feature importance (gain)</text>${rows.join('')}</svg>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
