import type { ReactNode } from 'react'
import type { RegistrySource } from '@/ports/registry'
import { useSources } from '@/queries/sources'
import { AppLink } from '@/ui/AppLink'
import { EmptyState } from '@/ui/layout/EmptyState'
import { PageTitle } from './PageTitle'

export interface WithRegistryProps {
  /** The source's id in the address. */
  source: string
  children: (registry: RegistrySource) => ReactNode
}

/** A page about something in one registry; says which there are where the address names another. */
export function WithRegistry({ source, children }: WithRegistryProps) {
  const { registries } = useSources()
  const registry = registries.find(({ id }) => id === source)
  if (registry) return children(registry)
  return (
    <>
      <PageTitle title="No such source" />
      <h1 className="sr-only">No such source</h1>
      <EmptyState title={`No registry is called “${source}” here`} action={<AppLink to="/models">All models</AppLink>}>
        {registries.length === 0
          ? 'The config.json of this deployment names no registry.'
          : `The config.json of this deployment names: ${registries.map(({ id }) => id).join(', ')}.`}
      </EmptyState>
    </>
  )
}
