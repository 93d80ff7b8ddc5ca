/** Where charts are drawn elsewhere too: a template for all of them, and others for single signals. */
export interface Dashboards {
  url?: string | undefined
  charts?: Readonly<Record<string, string>> | undefined
}

/** `{model}` of a template. */
export const placeholder = /\{(\w*)\}/g
const known = ['model', 'version', 'from', 'to']

/** Why a template makes no link, to follow its path; `null`: it does. */
export function dashboardProblem(template: string): string | null {
  const [host = ''] = template.replace(/^https?:\/\//i, '').split(/[/?#]/)
  if (!/^https?:\/\//i.test(template) || host.includes('@') || !URL.canParse(template.replaceAll(placeholder, 'x'))) {
    return 'must be an http(s) address without user and password'
  }
  if (host.includes('{')) return 'may hold placeholders behind the host only'
  const unknown = [...template.matchAll(placeholder)].map(([, name = '']) => name).find((name) => !known.includes(name))
  return unknown === undefined ? null : `holds {${unknown}}; known are ${known.map((name) => `{${name}}`).join(', ')}`
}
