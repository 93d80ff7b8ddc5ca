import styles from './PlainText.module.css'

/** A text that could not be read as Markdown (nested a thousand deep, say), as it was written. */
export function PlainText({ text }: { text: string }) {
  return (
    <>
      <p className={styles['note']}>This text cannot be drawn as Markdown; here it is as written.</p>
      <p className={styles['text']}>{text}</p>
    </>
  )
}
