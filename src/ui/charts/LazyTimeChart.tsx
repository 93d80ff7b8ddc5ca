import { lazy, Suspense } from 'react'
import { Skeleton } from '@/ui/frame/Skeleton'
import { loadTimeChart } from './loadTimeChart'
import type { TimeChartProps } from './TimeChart'

const Chart = lazy(async () => ({ default: await loadTimeChart() }))

/** A TimeChart whose code is loaded when the first chart is drawn. Takes the same props. */
export function LazyTimeChart(props: TimeChartProps) {
  return (
    <Suspense fallback={<Skeleton height={(props.height ?? 220) + 32} />}>
      <Chart {...props} />
    </Suspense>
  )
}
