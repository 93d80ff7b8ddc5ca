import { trafficWords } from '@/domain/retirement'
import { rateWords } from '@/domain/words'
import { trafficSpans, type Traffic } from '@/panels/evidence/useTraffic'
import { Absent } from '@/ui/figures/Absent'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { Facts } from '@/ui/layout/Facts'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './Retirement.module.css'

export interface TrafficFactsProps {
  traffic: Traffic
  version: string
}

/** Who still calls a version, now and over the last days. What is not known is never zero. */
export function TrafficFacts({ traffic, version }: TrafficFactsProps) {
  return (
    <section aria-label="Traffic">
      <SectionHeading level={3}>Who still calls it</SectionHeading>
      {traffic.unasked !== null ? (
        <p className={styles['quiet']}>{traffic.unasked}</p>
      ) : traffic.error ? (
        <p className={styles['quiet']}>
          Not known. <InlineFailure error={traffic.error} onRetry={traffic.retry} />
        </p>
      ) : (
        <Facts
          layout="row"
          facts={[
            ...trafficSpans.map(({ id, title }) => ({ name: title, value: <Calls traffic={traffic} version={version} span={id} /> })),
            { name: 'Callers', value: <Absent reason="Not configured: no label of the request counter names who calls." /> },
          ]}
        />
      )}
    </section>
  )
}

function Calls({ traffic, version, span }: TrafficFactsProps & { span: (typeof trafficSpans)[number]['id'] }) {
  const figure = traffic.of(version, span)
  if (figure === undefined) return '…'
  if (figure.requests === null || figure.rate === null)
    return <Absent reason={`Not known: monitoring has no series of version ${version} for this time. Nobody called it, or nobody counted.`} />
  return <strong className={figure.requests > 0 ? styles['calls'] : undefined}>{span === 'now' && figure.rate > 0 ? rateWords(figure.rate) : trafficWords(figure)}</strong>
}
