import type { Lifecycle } from '@/domain/lifecycle'
import type { Problem } from '@/domain/problem'
import type { Tags } from './names'
import { tagNames, tagValue } from './names'

/** Whether text is a day of the calendar: `2026-12-31`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** What a version's tags say of its lifecycle; what cannot be read counts as absent and is named. */
export function lifecycleOf(tags: Tags): { lifecycle: Lifecycle; problems: Problem[] } {
  const problems: Problem[] = []
  const word = tagValue(tags, tagNames.lifecycle) ?? 'active'
  const known = word === 'active' || word === 'deprecated' || word === 'archived'
  if (!known)
    problems.push({
      field: tagNames.lifecycle,
      message: `"${word}" is not one of active, deprecated, archived: taken as active.`,
    })

  const sunset = tagValue(tags, tagNames.sunset)
  const readable = sunset === null || isIsoDate(sunset)
  if (!readable)
    problems.push({ field: tagNames.sunset, message: `"${sunset}" is not a date such as 2026-12-31.` })

  const replacement = tagValue(tags, tagNames.replacement)
  const named = replacement === null || /^[^/]+(?:\/[^/]+)?$/.test(replacement)
  if (!named)
    problems.push({
      field: tagNames.replacement,
      message: `"${replacement}" is neither a version nor model/version.`,
    })

  return {
    lifecycle: {
      state: known ? word : 'active',
      sunset: readable ? sunset : null,
      replacement: named ? replacement : null,
      reason: tagValue(tags, tagNames.reason),
    },
    problems,
  }
}
