import styles from './VersionChart.module.css'
import type { PlacedPoint } from './versionPoints'

export interface VersionDotProps {
  placed: PlacedPoint
  /** Where the plot ends, px from the top. */
  bottom: number
  color: string
  active: boolean
}

/** A version in a VersionChart: dot, whiskers, its name on the axis, and whether it was promoted. */
export function VersionDot({ placed, bottom, color, active }: VersionDotProps) {
  const { point, x, y, whisker, label, labelled } = placed
  const champion = point.champion === true
  const challenger = point.challenger === true && !champion
  return (
    <g>
      {whisker !== null && (
        <path
          d={`M${x - 4} ${whisker.top}H${x + 4}M${x} ${whisker.top}V${whisker.bottom}M${x - 4} ${whisker.bottom}H${x + 4}`}
          stroke={color}
          fill="none"
          strokeOpacity={0.7}
        />
      )}
      {y === null ? (
        <text x={x} y={bottom - 4} textAnchor="middle" className={styles['tick']}>
          –
        </text>
      ) : (
        <circle cx={x} cy={y} r={champion || challenger || active ? 5.5 : 3.5} fill={color} stroke="var(--md-surface)" strokeWidth={1.5} />
      )}
      {champion && y !== null && <circle cx={x} cy={y} r={8.5} fill="none" stroke="var(--md-text)" strokeWidth={1.5} />}
      {challenger && y !== null && <circle cx={x} cy={y} r={8.5} fill="none" stroke="var(--md-text)" strokeWidth={1} strokeDasharray="2 2" />}
      {point.promoted != null && <path d={`M${x} ${bottom - 7}l4 7h-8z`} className={styles['promotion']} />}
      {labelled && (
        <text x={x} y={bottom + 15} textAnchor="middle" className={styles['tick']} data-champion={champion || undefined}>
          {label}
        </text>
      )}
    </g>
  )
}
