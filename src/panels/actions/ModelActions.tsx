import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { availableActions, type ActionContext } from '@/domain/actions'
import type { ChangeAction } from '@/domain/change'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { rollbackTarget } from '@/domain/rollback'
import type { ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'
import type { RegistrySource } from '@/ports/registry'
import { changesQuery, versionsQuery } from '@/queries/registry'
import { standingsQuery } from '@/queries/standings'
import { Button } from '@/ui/controls/Button'
import styles from './ActionButtons.module.css'
import { actionVerbs } from './decisionWords'
import { MoreActions } from './MoreActions'
import { UnavailableAction } from './UnavailableAction'
import { useOpenAction } from './useOpenAction'
import { useRegistryAbilities } from './useRegistryAbilities'

export interface ModelActionsProps {
  registry: RegistrySource
  model: RegisteredModel
}

/** What can be decided about a model: its candidate promoted, its champion rolled back. Needs ActionDialogs on the page. */
export function ModelActions({ registry, model }: ModelActionsProps) {
  const { show } = useOpenAction()
  const abilities = useRegistryAbilities(registry)
  const standing = useQuery(standingsQuery(registry, [model])).data?.get(model.ref.name)
  const changes = useQuery(changesQuery(registry, model.ref.name)).data
  const loaded = useInfiniteQuery(versionsQuery(registry, model.ref.name, model)).data?.pages.flatMap(({ items }) => items)
  if (abilities.forbidden !== null) return null

  const production = productionOf(model, registry.aliasNames)
  const candidate = candidateOf(model, registry.aliasNames)
  const context: ActionContext = { production, candidate, forbidden: null, registry: abilities }
  const versions = new Map([...(loaded ?? []), standing?.champion, standing?.challenger, standing?.previous].flatMap((one) => (one ? [[one.ref.version, one] as const] : [])))
  const target = production && changes && loaded ? rollbackTarget(production.version, changes, [...versions.values()]) : null
  const why = (version: ModelVersion | undefined, action: ChangeAction): string | null => {
    const found = version && availableActions(version, context)[action]
    return found?.possible === false ? found.reason : null
  }
  const ready = loaded !== undefined && changes !== undefined
  const promote = candidate && (why(versions.get(candidate.version), 'promote') ?? null)
  const rollbackWhy = target ? why(versions.get(target.version), 'rollback') : ready ? noTarget(production?.version ?? null) : null

  return (
    <div className={styles['buttons']} role="group" aria-label={`Decide about ${model.ref.name}`}>
      {candidate &&
        (promote === null ? (
          <Button variant="primary" onClick={() => show('promote', candidate.version)}>
            Promote {versionWords(candidate.version)}
          </Button>
        ) : (
          <UnavailableAction verb={`Promote ${versionWords(candidate.version)}`} reason={promote} />
        ))}
      {target && rollbackWhy === null ? (
        <Button onClick={() => show('rollback', target.version)}>Roll back</Button>
      ) : (
        ready && <UnavailableAction verb="Roll back" reason={rollbackWhy ?? ''} />
      )}
      <MoreActions unavailable={candidate ? [] : [{ action: 'promote', reason: noCandidate(registry.aliasNames.candidate) }]}>
        {(close) => (
          <ul className={styles['list']}>
            {[candidate, production].flatMap((named) => {
              const version = named && versions.get(named.version)
              if (!version) return []
              return (['deprecate', 'archive', 'restore'] as const)
                .filter((action) => availableActions(version, context)[action].possible)
                .map((action) => (
                  <li key={`${action} ${version.ref.version}`}>
                    <Button
                      variant="quiet"
                      size="small"
                      onClick={() => {
                        close()
                        show(action, version.ref.version)
                      }}
                    >
                      {actionVerbs[action]} {versionWords(version.ref.version)}
                    </Button>
                  </li>
                ))
            })}
            <li className={styles['hint']}>Other versions have their actions on their own page.</li>
          </ul>
        )}
      </MoreActions>
    </div>
  )
}

function noCandidate(alias: string): string {
  return `No version carries the alias “${alias}”: open the version that you mean and promote it there.`
}

function noTarget(production: string | null): string {
  return production === null
    ? 'Nothing serves production, so there is nothing to roll back.'
    : `No version older than ${versionWords(production)} could take over: they are retired, failed or gone.`
}
