import styles from './RecordNote.module.css'

/** What the records are, and what they are not. */
export function RecordNote({ product }: { product: string }) {
  return (
    <p className={styles['note']}>
      Each decision is a tag on its version in {product}. Tags can be changed and deleted by anyone whom {product} lets write: this is a record of
      work, not proof. What was changed elsewhere leaves no record at all.
    </p>
  )
}
