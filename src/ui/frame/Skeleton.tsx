import styles from './Skeleton.module.css'

/** Holds the place of what is loading: as high as what replaces it. */
export function Skeleton({ height, label = 'Loading' }: { height: number; label?: string }) {
  return (
    <div className={styles['skeleton']} style={{ height }}>
      <span className={styles['label']}>{label}</span>
    </div>
  )
}
