import { useInfiniteQuery } from '@tanstack/react-query'
import { candidateOf, productionOf, roleOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { versionWords } from '@/domain/words'
import type { RegistrySource } from '@/ports/registry'
import { versionsQuery } from '@/queries/registry'
import { Popover } from '@/ui/controls/Popover'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import styles from './ComparePage.module.css'

export interface VersionChoicesProps {
  registry: RegistrySource
  model: RegisteredModel
  chosen: readonly string[]
  onChoose: (versions: readonly string[]) => void
}

/** The model's versions, to be added to the comparison or taken out of it. */
export function VersionChoices(props: VersionChoicesProps) {
  return (
    <Popover button="Add a version" buttonClassName={styles['add']} title="Versions to compare">
      {() => <ChoiceList {...props} />}
    </Popover>
  )
}

function ChoiceList({ registry, model, chosen, onChoose }: VersionChoicesProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(versionsQuery(registry, model.ref.name, model))
  const [production, candidate] = [productionOf(model, registry.aliasNames), candidateOf(model, registry.aliasNames)]
  if (data === undefined) return error ? <InlineFailure error={error} onRetry={refetch} /> : <p className={styles['quiet']}>Loading</p>
  return (
    <>
      <ul className={styles['choices']}>
        {data.pages.flatMap(({ items }) =>
          items.map((version) => {
            const name = version.ref.version
            const role = roleOf(version, production, candidate)
            const toggle = () => onChoose(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name])
            return (
              <li key={name}>
                <label>
                  <input type="checkbox" checked={chosen.includes(name)} onChange={toggle} />
                  <bdi>{versionWords(name)}</bdi>
                  {role !== 'previous' && <span className={styles['quiet']}>{role}</span>}
                </label>
              </li>
            )
          }),
        )}
      </ul>
      {hasNextPage && (
        <button type="button" className={styles['add']} onClick={() => void fetchNextPage()}>
          Older versions
        </button>
      )}
    </>
  )
}
