import type { CardGrade, ModelSpec } from '@/demo/world/catalog/modelSpec'

/** What a card may quote of its version. */
export interface CardFacts {
  version: number
  trainedOn: string
  author: string
  rows: number
  figures: readonly (readonly [name: string, value: number])[]
}

/** The text of MODEL_CARD.md, as well written as its team cares; `null`: there is no file. */
export function cardText(grade: CardGrade, spec: ModelSpec, facts: CardFacts): string | null {
  switch (grade) {
    case 'none':
      return null
    case 'empty':
      return ''
    case 'thin':
      return `# ${spec.name}\n\nTrained ${facts.trainedOn} by ${facts.author}.\n\nTODO: describe the data.\n`
    case 'good':
      return [title(spec, facts), intended(spec), data(spec, facts), figures(facts)].join('\n')
    default:
      return [
        title(spec, facts), intended(spec), data(spec, facts), figures(facts), limits(spec), fairness(spec), operations(spec),
      ].join('\n')
  }
}

function title(spec: ModelSpec, facts: CardFacts): string {
  return `# ${spec.name} · version ${facts.version}\n\n${spec.description ?? ''}\n\n| | |\n|---|---|\n| Owner | ${spec.owner} |\n| Trained | ${facts.trainedOn} by ${facts.author} |\n| Library | ${spec.flavor} |\n`
}

function intended(spec: ModelSpec): string {
  return `## Intended use\n\n${spec.about.use}\n`
}

function data(spec: ModelSpec, facts: CardFacts): string {
  const columns = spec.columns.map(([name, type]) => `- \`${name}\` (${type})`).join('\n')
  return `## Training data\n\n${spec.about.data} ${facts.rows.toLocaleString('en')} rows were held out for the test.\n\nInputs:\n\n${columns}\n`
}

function figures(facts: CardFacts): string {
  const rows = facts.figures.map(([name, value]) => `| ${name} | ${value.toFixed(4)} |`).join('\n')
  return `## Evaluation\n\n| Measure | Test |\n|---|---:|\n${rows}\n`
}

function limits(spec: ModelSpec): string {
  return `## Limitations\n\n${spec.about.limits}\n`
}

function fairness(spec: ModelSpec): string {
  return `## Ethical considerations\n\nChecked for groups by region and age band; the largest difference in ${
    spec.classes.length === 0 ? 'relative error' : 'recall'
  } is below 0.03. Personal data is pseudonymised before training.\n`
}

function operations(spec: ModelSpec): string {
  return `## Operation\n\n- Contact: #${spec.owner} · on call: ${spec.owner}@example.com\n- Retraining: every ${spec.cadenceDays} days, or when an input’s PSI passes 0.25\n- Roll back: move the alias \`champion\` to the previous version\n`
}
