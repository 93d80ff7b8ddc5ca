/** A sample value as Prometheus writes it in JSON: shortest decimal, exponents of two digits, `+Inf`, `-0`. */
export function formatValue(value: number): string {
  if (value === Infinity) return '+Inf'
  if (Object.is(value, -0)) return '-0'
  if (value === -Infinity) return '-Inf'
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2')
}
