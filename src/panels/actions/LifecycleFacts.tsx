import { sunsetDays } from '@/domain/lifecycle'
import type { ModelVersion } from '@/domain/version'
import { daysWords } from '@/domain/words'
import { useNow } from '@/ui/clock'
import { dateText } from '@/ui/format/times'
import { Facts } from '@/ui/layout/Facts'
import { SectionHeading } from '@/ui/layout/SectionHeading'

/** What the registry says of a version's life now: state, why, until when, what instead. */
export function LifecycleFacts({ version: { lifecycle } }: { version: ModelVersion }) {
  const now = useNow()
  const { state, reason, sunset, replacement } = lifecycle
  const days = sunsetDays(sunset, now)
  return (
    <section>
      <SectionHeading level={3}>Now</SectionHeading>
      <Facts
        facts={[
          { name: 'State', value: state },
          ...(reason === null ? [] : [{ name: 'Reason', value: <bdi>{reason}</bdi> }]),
          ...(sunset === null ? [] : [{ name: 'Sunset', value: `${dateText(sunset)}${days === null ? '' : days < 0 ? `, ${daysWords(-days)} ago` : days === 0 ? ', today' : `, in ${daysWords(days)}`}` }]),
          ...(replacement === null ? [] : [{ name: 'Replacement', value: <bdi>{/^\d+$/.test(replacement) ? `version ${replacement}` : replacement}</bdi> }]),
        ]}
      />
    </section>
  )
}
