import { useId, type ReactNode } from 'react'
import type { ServedModel } from '@/domain/model'
import type { TimePanelLook } from '@/panels/charts/TimePanel'
import type { VersionChoice } from '@/panels/charts/versionChoice'
import type { ChartInput } from '@/ui/charts/chartInput'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import { arrange, type OperationChart } from './operationCharts'
import { OperationPanel } from './OperationPanel'
import styles from './Operations.module.css'
import { UnsaidList } from './UnsaidList'
import type { Operations } from './useOperations'

/** What every section of the page is given. */
export interface OperationLook extends Pick<TimePanelLook, 'onZoom'>, Pick<ChartInput, 'champion' | 'markers'> {
  /** `null` until it is known. */
  model: ServedModel | null
  choice?: VersionChoice | undefined
}

export interface OperationSectionProps extends OperationLook, Pick<ChartInput, 'spans'> {
  title: string
  charts: readonly OperationChart[]
  operations: Operations
  /** By the chart's title. */
  thresholds?: Readonly<Record<string, ChartInput['thresholds']>>
  /** `true`: where there is nothing at all, the section is not there either. */
  optional?: boolean
  /** Above the charts. */
  children?: ReactNode
}

/** A part of the page about what a model runs on: charts of what there is, words for the rest. */
export function OperationSection({ title, charts, operations, thresholds, optional = false, children, model, ...look }: OperationSectionProps) {
  const headingId = useId()
  const { shown, unsaid } = arrange(charts, operations)
  const settled = operations.lacking !== undefined
  if (operations.source === null || (optional && (!settled || shown.length === 0))) return null
  return (
    <section className={styles['section']} aria-labelledby={headingId}>
      <SectionHeading id={headingId}>{title}</SectionHeading>
      {shown.length > 0 && children}
      {shown.length > 0 && (
        <div className={styles['charts']}>
          {shown.map(({ chart, layers }) => (
            <OperationPanel key={chart.title} chart={chart} layers={layers} about={model?.ref.name ?? null} {...look} thresholds={thresholds?.[chart.title] ?? none} syncId="serving" />
          ))}
        </div>
      )}
      <UnsaidList source={operations.source} unsaid={unsaid} />
    </section>
  )
}

const none: NonNullable<ChartInput['thresholds']> = []
