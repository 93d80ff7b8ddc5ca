import type { ConfigProblem } from '@/app/config'
import styles from './ConfigErrorPage.module.css'

/** config.json could not be used: what is wrong, where, and what to do. Invented numbers never take its place. */
export function ConfigErrorPage({ problems }: { problems: readonly ConfigProblem[] }) {
  return (
    <main className={styles.page}>
      <h1>This deployment’s config.json cannot be used</h1>
      <p>Nothing of it was applied, and no source was asked. Correct the file and reload this page.</p>
      <table className={styles.problems}>
        <caption className="sr-only">Problems</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ path, message }) => (
            <tr key={path + message}>
              <td>
                <code>{path || 'config.json'}</code>
              </td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className={styles.reload} onClick={() => location.reload()}>
        Reload
      </button>
    </main>
  )
}
