import type { SeriesSet } from '@/domain/series'
import { firingMs, type Backtest, type Known } from '@/domain/thresholds/backtest'
import { keepFiringMs, type ThresholdRule } from '@/domain/thresholds/rule'
import { dayMs } from '@/domain/time'
import { countWords, daysWords, durationWords } from '@/domain/words'

/** Less history than this says nothing of how often something happens. */
export const leastHistoryMs = dayMs

type Asked = Pick<SeriesSet, 'from' | 'to' | 'stepMs'>

/** `Would have fired 23 times in 30 days, 5 of them critical; 3 h in all.` */
export function backtestSentence({ episodes, known }: Backtest, asked: Asked): string {
  const over = lengthWords(spanMs(known, asked))
  if (episodes.length === 0) return `Would not have fired in ${over}.`
  const critical = episodes.filter(({ severity }) => severity === 'critical').length
  const all = critical === episodes.length ? (episodes.length === 1 ? ', critical' : ', all critical') : critical === 0 ? '' : `, ${critical} of them critical`
  return `Would have fired ${timesWords(episodes.length)} in ${over}${all}; ${durationWords(Math.max(asked.stepMs, firingMs(episodes, asked.to)))} in all.`
}

/** What the saved limits would have done over the same history; `null`: the same. */
export function savedSentence(edited: Backtest, saved: Backtest | null): string | null {
  if (saved === null) return 'As saved, it has no limit.'
  const [now, then] = [edited, saved].map(({ episodes }) => JSON.stringify(episodes))
  if (now === then) return null
  return saved.episodes.length === 0 ? 'As saved, not once.' : `As saved, ${timesWords(saved.episodes.length)}.`
}

/** Why there is too little to judge by; `null`: there is enough. */
export function tooLittle({ from, judgedMs, fewMs, gapMs }: Known, rule: Pick<ThresholdRule, 'support'>): string | null {
  if (judgedMs >= leastHistoryMs) return null
  if (from === null && fewMs > 0) return `Nothing to judge: at no time were there ${leastWords(rule)}.`
  if (from === null) return gapMs > 0 ? 'There is no history: monitoring has no value of it in 30 days.' : 'There is no history: monitoring knows no such series of this model.'
  return `Not enough history to say how often: ${durationWords(judgedMs)} of 30 days can be judged.`
}

/** What a reader must know of it. */
export function backtestNotes({ known }: Backtest, rule: ThresholdRule, asked: Asked): readonly string[] {
  const { from, gapMs, fewMs } = known
  const missing = from === null ? 0 : Math.max(0, gapMs - (from - asked.from))
  const step = durationWords(asked.stepMs)
  return [
    `Judged every ${step}, as an alert rule that looks back as far; what fires goes on over gaps and dips shorter than ${durationWords(keepFiringMs)}.`,
    ...(rule.forMs % asked.stepMs === 0 ? [] : [`“For ${durationWords(rule.forMs)}” is judged as ${durationWords(Math.floor(rule.forMs / asked.stepMs) * asked.stepMs)}: between two looks nothing is seen.`]),
    ...(from !== null && from - asked.from > dayMs ? [`The history begins ${durationWords(asked.to - from)} ago.`] : []),
    ...(missing > 0 ? [`No value for ${durationWords(missing)} in all: neither fired nor recovered by.`] : []),
    ...(fewMs > 0 ? [`For ${durationWords(fewMs)} in all there were not ${leastWords(rule)}: not judged.`] : []),
  ]
}

function spanMs({ from }: Known, asked: Asked): number {
  return from !== null && from - asked.from > dayMs ? asked.to - from : asked.to - asked.from
}

function lengthWords(ms: number): string {
  return ms < dayMs ? durationWords(ms) : daysWords(Math.round(ms / dayMs))
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}

function leastWords({ support }: Pick<ThresholdRule, 'support'>): string {
  if (support === null) return 'enough cases'
  return support.signal === 'request_rate' ? `${countWords(support.least)} requests in 5 min` : `${countWords(support.least)} labelled cases`
}
