import type { Burn, BurnRule, SloReport } from './slo'
import { dayMs, hourMs, minuteMs } from './time'
import { countWords, durationWords, percentWords } from './words'

/** A window as engineers write it: `5 min`, `1 h`, `3 d`. */
export function windowWords(ms: number): string {
  if (ms >= dayMs && ms % dayMs === 0) return `${ms / dayMs} d`
  return ms >= hourMs && ms % hourMs === 0 ? `${ms / hourMs} h` : `${ms / minuteMs} min`
}

/** An objective with all its digits, because 99.95 % is not 100 %: `99.95 %`. */
export function objectiveWords(share: number): string {
  return `${(share * 100).toLocaleString('en', { maximumSignificantDigits: 7 })} %`
}

/** A burn rate: `16.3×`, `0.8×`, `0.04×`, `0×`. */
export function burnWords(rate: number): string {
  if (rate === 0) return '0×'
  const digits = rate >= 99.95 ? { maximumFractionDigits: 0 } : rate < 0.095 ? { maximumSignificantDigits: 1 } : { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return `${rate.toLocaleString('en', digits)}×`
}

/** `14.4× over 1 h and 5 min`. */
export function ruleWords({ rate, longMs, shortMs }: BurnRule): string {
  return `${rate}× over ${windowWords(longMs)} and ${windowWords(shortMs)}`
}

/** The verdict as sentences, each with the requests it rests on: what burns, then what failed in all. */
export function sloSentences(report: SloReport): readonly string[] {
  const firing = report.rules.find(({ state }) => state === 'fires')
  return [...(firing === undefined ? [] : [firingSentence(firing.rule, report.burns)]), budgetSentence(report)]
}

/** How long the budget lasts: `exhausted in 4 h at the rate of the last hour`. `null`: not known. */
export function lastsWords({ exhaustedInMs, budget, burns }: SloReport): string | null {
  if (exhaustedInMs !== null) return exhaustedInMs === 0 ? 'exhausted' : `exhausted in ${durationWords(exhaustedInMs)} at the rate of the last hour`
  const lastHour = burns.find(({ windowMs }) => windowMs === hourMs)
  return budget !== null && lastHour?.enough === true && (lastHour.rate ?? 0) <= 1 ? 'lasts at the rate of the last hour' : null
}

function firingSentence(rule: BurnRule, burns: readonly Burn[]): string {
  const said = [rule.longMs, rule.shortMs].map((windowMs) => {
    const burn = burns.find((one) => one.windowMs === windowMs)
    return `${burnWords(burn?.rate ?? 0)} over ${windowWords(windowMs)} (n = ${countWords(burn?.requests ?? 0)})`
  })
  const who = rule.severity === 'page' ? 'Page somebody now' : 'Open a ticket'
  return `${who}: the error budget burns at ${said.join(' and ')}; the limit is ${rule.rate}×.`
}

function budgetSentence({ budget, windowMs, minRequests }: SloReport): string {
  const over = `Over ${windowWords(windowMs)}`
  if (budget === null) return `${over} the share of failed requests is not known, so the budget is not either.`
  if (budget.requests === null) return `${over} the number of requests is not known, so the budget is not judged.`
  if (budget.requests < minRequests)
    return `Not enough data: ${countWords(budget.requests)} requests over ${windowWords(windowMs)}, and ${countWords(minRequests)} are needed.`
  const spent = budget.remaining <= 0 ? ` The budget is spent ${burnWords(1 - budget.remaining)}.` : ''
  return `${over}, ${percentWords(budget.spent)} of ${countWords(budget.requests)} requests failed; ${percentWords(budget.allowed)} may.${spent}`
}
