import type { ComponentProps } from 'react'
import { Link, useSearchParams } from 'react-router'
import { withStickyParams } from './stickyParams'

/** A link within the app that keeps the demo and the time controls of the current address. */
export function AppLink({ to, ...rest }: Omit<ComponentProps<typeof Link>, 'to'> & { to: string }) {
  const [params] = useSearchParams()
  return <Link to={withStickyParams(to, params)} {...rest} />
}
