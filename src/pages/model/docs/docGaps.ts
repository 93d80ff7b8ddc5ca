import type { RegisteredModel } from '@/domain/model'
import type { Run } from '@/domain/run'
import type { Signature } from '@/domain/signature'
import type { ModelVersion } from '@/domain/version'
import type { ModelCard } from '@/ports/registry'
import { docSections, type DocSection } from './docSections'

/** What is known of the documentation; `undefined`: on its way or failed, `null`: there is none. */
export interface Documented {
  model: RegisteredModel | undefined
  version: ModelVersion | undefined
  card: ModelCard | null | undefined
  run: Run | null | undefined
  signature: Signature | null | undefined
}

/** Something that good documentation holds. */
export interface DocPoint {
  topic: string
  /** `null`: not known. */
  found: boolean | null
  /** What is wrong with what is there, or what would have to be written. */
  advice: string
}

const cardTopics: readonly { topic: string; heading: RegExp; advice: string }[] = [
  { topic: 'Intended use', heading: /intend|use\b|uses\b|purpose|scope/i, advice: 'For whom and for which decisions it is made, and for which it is not.' },
  { topic: 'Training data', heading: /data\b|dataset|features/i, advice: 'Where the data comes from, which period it covers, what was left out, and how the labels were made.' },
  { topic: 'Evaluation', heading: /evaluat|metric|performance|result|quality/i, advice: 'The measures with their test set and its size, also for the groups that matter.' },
  { topic: 'Limitations', heading: /limit|caveat|known issue|fail|risk/i, advice: 'Where it is known to be wrong, and what must not be fed to it.' },
  { topic: 'Fairness and privacy', heading: /ethic|fair|bias|privacy|responsib/i, advice: 'Which groups were compared, with which result, and how personal data is handled.' },
  { topic: 'Operation and contact', heading: /operat|contact|support|maint|owner|monitor|on.?call/i, advice: 'Whom to call, when it is retrained, and how to roll it back.' },
]

/** What good documentation of a version holds, and whether it is there: what is missing first. */
export function docPoints(docs: Documented): readonly DocPoint[] {
  const points = [...aboutModel(docs), ...aboutVersion(docs), ...cardPoints(docs.card)]
  const rank = (point: DocPoint) => (point.found === false ? 0 : point.found === null ? 1 : 2)
  return points.toSorted((a, b) => rank(a) - rank(b))
}

function aboutModel({ model }: Documented): DocPoint[] {
  return [
    text('About the model', model?.description, 'One paragraph that a newcomer understands: what it predicts, for whom, and what happens with the answer.'),
    { topic: 'Owner', found: model === undefined ? null : model.owner !== null, advice: 'The team that answers for it; it is set at the top of this page.' },
  ]
}

function aboutVersion({ version, run, signature }: Documented): DocPoint[] {
  return [
    text('What is new in this version', version?.description, 'Why it was trained, and what differs from the version before.'),
    { topic: 'Signature', found: known(signature), advice: 'Log the model with an input example or a signature: callers then know what to send.' },
    { topic: 'Commit', found: run == null ? known(run) : run.commit !== null, advice: 'Train from a Git checkout, so that the run records the commit: the code can then be found again.' },
    { topic: 'Parameters', found: run == null ? known(run) : Object.keys(run.params).length > 0, advice: 'Log the parameters of the training with the run.' },
  ]
}

function cardPoints(card: ModelCard | null | undefined): DocPoint[] {
  const whole = text('Model card', card === null ? null : card?.markdown, 'A file MODEL_CARD.md among the artifacts of the run or the version.')
  if (card == null || whole.found !== true) {
    return [whole, ...cardTopics.map(({ topic, advice }) => ({ topic, found: whole.found === null ? null : false, advice }))]
  }
  const sections = docSections(card.markdown)
  return [whole, ...cardTopics.map(({ topic, heading, advice }) => topicPoint(topic, advice, sections.filter(({ title }) => heading.test(title))))]
}

function topicPoint(topic: string, advice: string, sections: readonly DocSection[]): DocPoint {
  if (sections.length === 0) return { topic, found: false, advice }
  if (sections.some(({ body }) => body !== '' && !isPlaceholder(body))) return { topic, found: true, advice }
  return { topic, found: false, advice: `Its heading is there, with nothing below it. ${advice}` }
}

function text(topic: string, written: string | null | undefined, advice: string): DocPoint {
  if (written === undefined) return { topic, found: null, advice }
  if (written === null || written.trim() === '') return { topic, found: false, advice }
  if (/\b(?:TODO|TBD|FIXME)\b/.test(written)) return { topic, found: false, advice: `It still says TODO. ${advice}` }
  return { topic, found: true, advice }
}

function isPlaceholder(body: string): boolean {
  return body.length < 80 && /\b(?:TODO|TBD|FIXME|N\/A|lorem ipsum)\b/i.test(body)
}

function known(value: unknown): boolean | null {
  return value === undefined ? null : value !== null
}
