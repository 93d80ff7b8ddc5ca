import { IconColumns3 } from '@tabler/icons-react'
import { Popover } from '@/ui/controls/Popover'
import type { Column } from '@/ui/table/column'
import type { ModelRow } from './modelRow'
import styles from './ModelsPage.module.css'

interface ColumnChooserProps {
  columns: readonly Column<ModelRow>[]
  hidden: ReadonlySet<string>
  onChange: (hidden: ReadonlySet<string>) => void
}

/** Which columns the list has; the choice is kept. */
export function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  return (
    <Popover
      title="Columns"
      buttonClassName={styles['tool']}
      button={
        <>
          <IconColumns3 size={15} aria-hidden /> Columns
        </>
      }
    >
      {() => (
        <div className={styles['choices']}>
          {columns.map(({ id, header }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={!hidden.has(id)}
                onChange={(event) => {
                  const next = new Set(hidden)
                  if (event.target.checked) next.delete(id)
                  else next.add(id)
                  onChange(next)
                }}
              />{' '}
              {header}
            </label>
          ))}
        </div>
      )}
    </Popover>
  )
}
