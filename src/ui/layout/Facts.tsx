import type { ReactNode } from 'react'
import styles from './Facts.module.css'

export interface Fact {
  name: string
  value: ReactNode
}

export interface FactsProps {
  facts: readonly Fact[]
  /** `row` puts them side by side as far as there is room; `list` one under the other. */
  layout?: 'list' | 'row'
}

/** Names and values: a definition list. */
export function Facts({ facts, layout = 'list' }: FactsProps) {
  return (
    <dl className={styles['facts']} data-layout={layout}>
      {facts.map((fact) => (
        <div key={fact.name} className={styles['fact']}>
          <dt className={styles['name']}>{fact.name}</dt>
          <dd className={styles['value']}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
