/** A part of a Markdown text: its heading, and what stands below it up to the next one of any level. */
export interface DocSection {
  title: string
  body: string
}

/** The parts of a Markdown text. Headings within code are none; what comes before the first has an empty title. */
export function docSections(markdown: string): readonly DocSection[] {
  const sections: { title: string; lines: string[] }[] = [{ title: '', lines: [] }]
  let fence: string | null = null
  for (const line of markdown.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && fence === null) fence = mark
    else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null
    const heading = fence === null ? /^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1] : undefined
    const underlined = fence === null && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)
    const last = sections.at(-1)
    const above = last?.lines.at(-1)?.trim() ?? ''
    if (heading !== undefined) sections.push({ title: heading, lines: [] })
    else if (underlined && above !== '' && !/^[|>#*+-]/.test(above)) {
      last?.lines.pop()
      sections.push({ title: above, lines: [] })
    } else last?.lines.push(line)
  }
  return sections.map(({ title, lines }) => ({ title, body: lines.join('\n').trim() })).filter(({ title, body }) => title + body !== '')
}
