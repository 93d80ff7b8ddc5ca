import * as z from 'zod/mini'

/*
 * Alertmanager's API v2.
 * https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */

/** Labels and annotations; what is no text is judged at translation. */
const texts = z.record(z.string(), z.unknown())

const alert = z.object({
  labels: z.optional(z.nullable(texts)),
  annotations: z.optional(z.nullable(texts)),
  startsAt: z.optional(z.unknown()),
  generatorURL: z.optional(z.unknown()),
  status: z.optional(
    z.nullable(
      z.object({
        /** `unprocessed`, `active` or `suppressed`. */
        state: z.optional(z.unknown()),
        silencedBy: z.optional(z.nullable(z.array(z.unknown()))),
        inhibitedBy: z.optional(z.nullable(z.array(z.unknown()))),
      }),
    ),
  ),
})

const matcher = z.object({
  name: z.string(),
  value: z.string(),
  isRegex: z.boolean(),
  /** Absent before 0.22, which knew no negative matchers. */
  isEqual: z.optional(z.boolean()),
})

const silence = z.object({
  id: z.string(),
  status: z.object({ state: z.enum(['active', 'pending', 'expired']) }),
  matchers: z.array(matcher),
  /** RFC 3339. */
  startsAt: z.string(),
  endsAt: z.string(),
  createdBy: z.string(),
  comment: z.string(),
})

export const alertsAnswer = z.array(alert)
export const silenceAnswer = silence
export const silencesAnswer = z.array(silence)
export const silenceIdAnswer = z.object({ silenceID: z.string() })
export const statusAnswer = z.object({
  versionInfo: z.object({ version: z.optional(z.string()) }),
  cluster: z.optional(z.object({ status: z.optional(z.string()), peers: z.optional(z.nullable(z.array(z.unknown()))) })),
})

/** 422 and a router's refusals; a handler's own errors are bare JSON strings. */
export const errorObject = z.object({ code: z.number(), message: z.string() })

export type WireAlert = z.infer<typeof alert>
export type WireSilence = z.infer<typeof silence>
export type WireStatus = z.infer<typeof statusAnswer>
