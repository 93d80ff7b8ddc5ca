import type { RequestComment } from '@/domain/request'
import { Timestamp } from '@/ui/figures/Timestamp'
import { Person } from './Person'
import styles from './RequestItem.module.css'
import { commentDeed } from './requestWords'

/** What was said to a request and what was answered, oldest first. */
export function CommentList({ comments }: { comments: readonly RequestComment[] }) {
  if (comments.length === 0) return null
  return (
    <ol className={styles['comments']} aria-label="Comments">
      {comments.map((comment) => (
        <li key={comment.id} className={styles['comment']} data-decides={comment.decides}>
          <p className={styles['said']}>
            <Person who={comment.author} /> {commentDeed(comment) ?? 'commented'}{' '}
            <span className={styles['quiet']}>
              <Timestamp at={comment.at} plain />
            </span>
          </p>
          {comment.text !== '' && (
            <p className={styles['text']}>
              <bdi>{comment.text}</bdi>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
