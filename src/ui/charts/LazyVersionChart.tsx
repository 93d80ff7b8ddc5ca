import { lazy, Suspense } from 'react'
import { Skeleton } from '@/ui/frame/Skeleton'
import type { VersionChartProps } from './VersionChart'

const Chart = lazy(async () => ({ default: (await import('./VersionChart')).VersionChart }))

/** A VersionChart whose code is loaded when the first one is drawn. Takes the same props. */
export function LazyVersionChart(props: VersionChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height ?? 180} />}>
      <Chart {...props} />
    </Suspense>
  )
}
