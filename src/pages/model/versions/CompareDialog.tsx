import type { RegisteredModel } from '@/domain/model'
import { versionWords } from '@/domain/words'
import type { MeasuredVersion } from '@/panels/version/metricRows'
import { MetricsTable } from '@/panels/version/MetricsTable'
import tables from '@/panels/version/PlainTable.module.css'
import { Dialog } from '@/ui/dialog/Dialog'
import { Absent } from '@/ui/figures/Absent'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import { differingParams } from '@/panels/version/differingParams'
import type { VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

export interface CompareDialogProps {
  model: RegisteredModel
  /** The first is what the others are compared with. */
  rows: readonly VersionRow[]
  onClose: () => void
}

/** The chosen versions side by side: what was measured, and the parameters in which they differ. */
export function CompareDialog({ model, rows, onClose }: CompareDialogProps) {
  const versions = rows.map(({ version, role, run }): MeasuredVersion => {
    const name = versionWords(version.ref.version)
    return { version: version.ref.version, label: role === 'champion' || role === 'challenger' ? `${role} ${name}` : name, run: run ?? null }
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Compare ${rows.length} versions of ${model.ref.name}`}
      aside={`differences to ${versions[0]?.label ?? ''}`}
      size={rows.length > 2 ? 'panel' : 'normal'}
    >
      <div className={styles['compare']}>
        <MetricsTable versions={versions} task={model.task} />
        <ParamDifferences versions={versions} />
      </div>
    </Dialog>
  )
}

function ParamDifferences({ versions }: { versions: readonly MeasuredVersion[] }) {
  const params = differingParams(versions.map(({ run }) => run))
  return (
    <section>
      <SectionHeading level={3}>Parameters that differ</SectionHeading>
      {params.length === 0 ? (
        <p className={styles['quiet']}>Every parameter that was logged is the same.</p>
      ) : (
        <div className={tables['scroll']}>
          <table className={tables['table']} aria-label="Parameters that differ">
            <thead>
              <tr>
                <th scope="col">Name</th>
                {versions.map(({ version, label }) => (
                  <th key={version} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {params.map(({ name, values }) => (
                <tr key={name}>
                  <th scope="row" className={tables['name']}>
                    <bdi>{name}</bdi>
                  </th>
                  {values.map((value, index) => (
                    <td key={versions[index]?.version} className={tables['name']}>
                      {value === null ? (
                        <Absent reason="The run did not log it." />
                      ) : (
                        <bdi className={value === values[0] ? undefined : tables['best']}>{value}</bdi>
                      )}
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
