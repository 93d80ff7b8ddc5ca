import { lazy, Suspense } from 'react'
import { Skeleton } from '@/ui/frame/Skeleton'
import type { TimeChartProps } from './TimeChart'

const Chart = lazy(async () => ({ default: (await import('./TimeChart')).TimeChart }))

/** A TimeChart whose code is loaded when the first chart is drawn. Takes the same props. */
export function LazyTimeChart(props: TimeChartProps) {
  return (
    <Suspense fallback={<Skeleton height={(props.height ?? 220) + 32} />}>
      <Chart {...props} />
    </Suspense>
  )
}
