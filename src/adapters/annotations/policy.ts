import * as z from 'zod/mini'
import type { Policy } from '@/domain/policy'
import { durationMs, gateLevels } from '@/domain/policy'
import type { Problem } from '@/domain/problem'
import type { Tags } from './names'
import { tagNames, tagValue } from './names'
import { decodeTag, encodeTag } from './text'

const name = z.string().check(z.minLength(1))
const duration = z.string().check(z.refine((text) => durationMs(text) !== null, 'must be a duration such as 10m or 30d'))

/** The form of the tag `modeldeck.policy`, the same as `policy` in config.json. */
export const policySchema = z.strictObject({
  thresholds: z.optional(
    z.record(
      name,
      z.strictObject({
        warn: z.optional(z.number()),
        critical: z.optional(z.number()),
        recover: z.optional(z.number()),
        direction: z.optional(z.enum(['below', 'above'])),
        for: z.optional(duration),
        minSamples: z.optional(z.number().check(z.nonnegative())),
        tolerance: z.optional(z.number().check(z.nonnegative())),
      }),
    ),
  ),
  gates: z.optional(z.record(name, z.enum(gateLevels))),
  slo: z.optional(
    z.strictObject({
      availability: z.optional(z.number().check(z.gt(0), z.lt(1))),
      latencyMs: z.optional(z.number().check(z.positive())),
      window: z.optional(duration),
    }),
  ),
})

/** A model's own policy. An unreadable one is not applied in part: it is `null` and named. */
export function policyOf(tags: Tags): { policy: Policy | null; problems: Problem[] } {
  const text = tagValue(tags, tagNames.policy)
  if (text === null) return { policy: null, problems: [] }
  const { value, error } = decodeTag(policySchema, text)
  if (error === null) return { policy: value, problems: [] }
  return {
    policy: null,
    problems: [{ field: tagNames.policy, message: `The policy cannot be read: ${error}. The deployment's applies until it is mended.` }],
  }
}

/** @throws AnnotationError when it does not fit into a tag. */
export function encodePolicy(policy: Policy): string {
  return encodeTag(policy, 'The policy')
}
