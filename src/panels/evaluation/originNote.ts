/** Where something was read, for the foot of its panel: `From confusion_matrix.json of the run.` */
export function originNote(origin: string): string {
  if (origin.startsWith('@run/')) return `From ${origin.slice('@run/'.length)} of the run.`
  return `From ${origin === 'metrics of the run' || origin === 'nested runs' ? `the ${origin}` : origin}.`
}
