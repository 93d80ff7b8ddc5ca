/**
 * The rows of a CSV file as pandas writes it (RFC 4180): quoted fields may hold commas, line ends and doubled
 * quotes. Empty lines are left out.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endField = () => {
    row.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    if (row.some((value) => value !== '')) rows.push(row)
    row = []
  }
  const clean = text.replace(/^\uFEFF/, '')
  for (let at = 0; at < clean.length; at++) {
    const char = clean.charAt(at)
    if (quoted) {
      if (char !== '"') field += char
      else if (clean.charAt(at + 1) === '"') {
        field += '"'
        at++
      } else quoted = false
    } else if (char === '"' && field === '') quoted = true
    else if (char === ',') endField()
    else if (char === '\n') endRow()
    else if (char !== '\r') field += char
  }
  endRow()
  return rows
}
