import styles from './QualityTab.module.css'

/** What the marks of the charts by version mean. */
export function VersionKey() {
  return (
    <p className={styles['key']} aria-hidden>
      <svg width={18} height={18}>
        <circle cx={9} cy={9} r={4.5} fill="var(--md-series-1)" />
        <circle cx={9} cy={9} r={7.5} fill="none" stroke="var(--md-text)" strokeWidth={1.5} />
      </svg>
      champion
      <svg width={18} height={18}>
        <circle cx={9} cy={9} r={4.5} fill="var(--md-series-2)" />
        <circle cx={9} cy={9} r={7.5} fill="none" stroke="var(--md-text)" strokeDasharray="2 2" />
      </svg>
      challenger
      <svg width={12} height={18}>
        <path d="M6 6l4 7h-8z" fill="var(--md-text)" />
      </svg>
      went into production
    </p>
  )
}
