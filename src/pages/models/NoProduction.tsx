import { useSources } from '@/queries/sources'
import type { ModelRow } from './modelRow'
import styles from './ModelsPage.module.css'

/** Where no model at all has a production version, the alias names are probably others: offers those seen. */
export function NoProduction({ rows }: { rows: readonly ModelRow[] }) {
  const { registries } = useSources()
  if (rows.length === 0 || rows.some(({ production }) => production !== null)) return null
  const seen = new Map<string, number>()
  for (const alias of rows.flatMap(({ model }) => Object.keys(model.aliases))) seen.set(alias, (seen.get(alias) ?? 0) + 1)
  const aliases = [...seen].toSorted((a, b) => b[1] - a[1]).slice(0, 8)
  const wanted = [...new Set(registries.map(({ aliasNames }) => aliasNames.production))].join(' or ')
  return (
    <div className={styles['note']}>
      <p>
        No model has a version in production: none has the alias <code>{wanted}</code> or the stage Production.
      </p>
      {aliases.length > 0 ? (
        <p>
          Aliases seen: {aliases.map(([alias, count]) => `${alias} (${count})`).join(', ')}. If one of them means production,
          name it in config.json: <code>{`"aliases": { "production": "${aliases[0]?.[0]}" }`}</code>
        </p>
      ) : (
        <p>No alias was seen. Promote a version on its model’s page to set it.</p>
      )}
    </div>
  )
}
