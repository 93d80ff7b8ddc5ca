import { burnRates } from '@/domain/health/thresholds'
import { durationMs, sloSetting, type PolicyLayers, type Resolved } from './policy'
import { dayMs, hourMs, minuteMs } from './time'

/** What holds where an objective is set without a window. */
export const defaultSloWindow = '30d'

/** The objectives of one model. A part that nobody set is `null`. */
export interface Objectives {
  /** Share of requests that must not fail, 0 to 1. */
  availability: Resolved<number> | null
  /** What 95 % of requests must be answered within. */
  latencyMs: Resolved<number> | null
  /** What the error budget is counted over: `30d`. */
  window: Resolved<string>
  windowMs: number
}

/** Reads the objectives from the policies, each part by itself. */
export function objectivesOf(layers: PolicyLayers): Objectives {
  const window = sloSetting(layers, 'window') ?? { value: defaultSloWindow, from: 'default' }
  return {
    availability: sloSetting(layers, 'availability'),
    latencyMs: sloSetting(layers, 'latencyMs'),
    window,
    windowMs: durationMs(window.value) ?? 30 * dayMs,
  }
}

/** The windows whose burn rate is judged, shortest first. */
export const burnWindowsMs: readonly number[] = [5 * minuteMs, 30 * minuteMs, hourMs, 6 * hourMs, 3 * dayMs]

/** When somebody is told: the budget burns at `rate` times the pace allowed over both windows. */
export interface BurnRule {
  /** `page`: now. `ticket`: in working hours. */
  severity: 'page' | 'ticket'
  rate: number
  longMs: number
  /** Ends the alarm soon after the trouble: the long window alone would go on for hours. */
  shortMs: number
}

/** Worst first; the rates are for a budget of 30 days (https://sre.google/workbook/alerting-on-slos/, table 5-8). */
export const burnRules: readonly BurnRule[] = [
  { severity: 'page', rate: burnRates.critical, longMs: hourMs, shortMs: 5 * minuteMs },
  { severity: 'page', rate: burnRates.warn, longMs: 6 * hourMs, shortMs: 30 * minuteMs },
  { severity: 'ticket', rate: 1, longMs: 3 * dayMs, shortMs: 6 * hourMs },
]

/** What monitoring counted in one window up to now; `null`: not known. */
export interface WindowCount {
  windowMs: number
  errorRatio: number | null
  requests: number | null
}

/** How fast the budget burns in one window: 1 spends it exactly within the objective's window. */
export interface Burn extends WindowCount {
  /** `null`: no figure. */
  rate: number | null
  /** Whether it rests on enough requests to be judged by. */
  enough: boolean
}

/** How a rule stands; `unknown`: a window has no figure, or too few requests. */
export interface RuleState {
  rule: BurnRule
  state: 'fires' | 'quiet' | 'unknown'
}

/** The error budget over the objective's window. */
export interface ErrorBudget {
  /** Share of requests that may fail. */
  allowed: number
  /** Share that failed. */
  spent: number
  /** 1: untouched. 0: spent. Negative: overspent. */
  remaining: number
  /** `null`: not counted. */
  requests: number | null
}

export interface SloReport {
  availability: number
  windowMs: number
  verdict: 'page' | 'ticket' | 'spent' | 'ok' | 'unknown'
  /** `null`: there is no figure over the whole window. */
  budget: ErrorBudget | null
  /** As `burnWindowsMs`. */
  burns: readonly Burn[]
  rules: readonly RuleState[]
  /** Until nothing is left at the rate of the last hour. 0: it is spent. `null`: not known, or it lasts. */
  exhaustedInMs: number | null
  /** Fewer requests than this in a window say nothing of it. */
  minRequests: number
}

/** Judges an availability objective by what was counted. Windows that are missing from `counts` are not known. */
export function judgeSlo(
  { availability, windowMs, minRequests }: { availability: number; windowMs: number; minRequests: number },
  counts: readonly WindowCount[],
): SloReport {
  const allowed = 1 - availability
  const burns = burnWindowsMs.map((burnMs) => burnOf(countOf(counts, burnMs), allowed, minRequests))
  const rules = burnRules.map((rule) => ({ rule, state: stateOf(rule, burns) }))
  const budget = budgetOf(countOf(counts, windowMs), allowed)
  const firing = rules.find(({ state }) => state === 'fires')
  const judged = budget !== null && budget.requests !== null && budget.requests >= minRequests
  return {
    availability,
    windowMs,
    verdict: firing?.rule.severity ?? (judged ? (budget.remaining <= 0 ? 'spent' : 'ok') : 'unknown'),
    budget,
    burns,
    rules,
    exhaustedInMs: exhaustedIn(judged ? budget : null, burns.find((burn) => burn.windowMs === hourMs), windowMs),
    minRequests,
  }
}

function countOf(counts: readonly WindowCount[], windowMs: number): WindowCount {
  return counts.find((count) => count.windowMs === windowMs) ?? { windowMs, errorRatio: null, requests: null }
}

function burnOf(count: WindowCount, allowed: number, minRequests: number): Burn {
  const { errorRatio, requests } = count
  const rate = errorRatio === null ? null : errorRatio / allowed
  return { ...count, rate, enough: rate !== null && requests !== null && requests >= minRequests }
}

// At the very rate a rule fires: 0.0144 / (1 - 0.999) is a hair below 14.4 in binary.
const hair = 1e-9

function stateOf({ rate, longMs, shortMs }: BurnRule, burns: readonly Burn[]): RuleState['state'] {
  const both = burns.filter(({ windowMs }) => windowMs === longMs || windowMs === shortMs)
  // One window that is known to be calm is enough for silence.
  if (both.some((burn) => burn.enough && (burn.rate ?? 0) < rate - hair)) return 'quiet'
  return both.every(({ enough }) => enough) ? 'fires' : 'unknown'
}

function budgetOf({ errorRatio, requests }: WindowCount, allowed: number): ErrorBudget | null {
  if (errorRatio === null) return null
  return { allowed, spent: errorRatio, remaining: 1 - errorRatio / allowed, requests }
}

function exhaustedIn(budget: ErrorBudget | null, lastHour: Burn | undefined, windowMs: number): number | null {
  if (budget === null) return null
  if (budget.remaining <= 0) return 0
  if (lastHour === undefined || lastHour.rate === null || !lastHour.enough || lastHour.rate <= 1) return null
  return (budget.remaining / lastHour.rate) * windowMs
}
