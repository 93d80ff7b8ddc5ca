/** A version as it is written in running text and on charts: `v12`; names that are no number stay as they are. */
export function versionLabel(version: string): string {
  return /^\d/.test(version) ? `v${version}` : version
}
