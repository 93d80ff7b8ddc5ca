import { useLocation } from 'react-router'
import { AppLink } from '@/ui/AppLink'

export function NotFoundPage() {
  const { pathname } = useLocation()
  return (
    <div style={{ padding: '48px 24px', display: 'grid', gap: 12 }}>
      <h1>There is no page at this address</h1>
      <p>
        <code style={{ overflowWrap: 'anywhere' }}>{pathname}</code> is not a page of Modeldeck.
      </p>
      <p>
        <AppLink to="/models">All models</AppLink> · <AppLink to="/sources">Sources</AppLink>
      </p>
    </div>
  )
}
