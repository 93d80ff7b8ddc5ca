import type { Run } from '@/domain/run'
import { differingParams } from '@/panels/version/differingParams'
import { Absent } from '@/ui/figures/Absent'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './CompareTable.module.css'

export interface ParamDifferencesProps {
  /** In the order of the columns; `null`: no run is known. */
  versions: readonly { label: string; run: Run | null }[]
}

/** The parameters in which runs differ. */
export function ParamDifferences({ versions }: ParamDifferencesProps) {
  const params = differingParams(versions.map(({ run }) => run))
  return (
    <section>
      <SectionHeading level={3}>Parameters that differ</SectionHeading>
      {params.length === 0 ? (
        <p className={styles['quiet']}>{versions.some(({ run }) => run === null) ? 'A run is missing, so nothing can be compared.' : 'Every parameter that was logged is the same.'}</p>
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['table']} aria-label="Parameters that differ">
            <thead>
              <tr>
                <th scope="col">Name</th>
                {versions.map(({ label }) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {params.map(({ name, values }) => (
                <tr key={name}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  {values.map((value, index) => (
                    <td key={versions[index]?.label} className={styles['name']}>
                      {value === null ? <Absent reason="The run did not log it." /> : <bdi>{value}</bdi>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
