/** The functions of Prometheus's templates that the rules use. */
const functions: Readonly<Record<string, (value: number) => string>> = {
  humanizePercentage: (value) => `${Number((value * 100).toPrecision(4))}%`,
  'printf "%.2f"': (value) => value.toFixed(2),
}

/** Renders `{{ $labels.model }}`, `{{ $value }}` and `{{ $value | humanizePercentage }}`; anything else stays as it is. */
export function renderTemplate(template: string, labels: Readonly<Record<string, string>>, value: number): string {
  return template.replace(/\{\{\s*(.+?)\s*\}\}/g, (whole, inner: string) => {
    const label = /^\$labels\.(\w+)$/.exec(inner)?.[1]
    if (label !== undefined) return labels[label] ?? ''
    const [subject, name] = inner.split(/\s*\|\s*/)
    if (subject !== '$value') return whole
    if (name === undefined) return String(value)
    return functions[name]?.(value) ?? whole
  })
}
