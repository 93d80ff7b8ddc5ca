import { useState } from 'react'

const key = 'modeldeck.columns.hidden'

/** The columns that this browser's user has taken away. */
export function useHiddenColumns(): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set((localStorage.getItem(key) ?? '').split(',').filter((id) => id !== '')),
  )
  return [
    hidden,
    (next) => {
      localStorage.setItem(key, [...next].join(','))
      setHidden(next)
    },
  ]
}
