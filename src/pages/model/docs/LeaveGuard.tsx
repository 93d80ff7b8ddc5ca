import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/dialog/Dialog'

export interface LeaveGuardProps {
  /** There is something to lose. */
  when: boolean
  /** What it is a text of. */
  what: string
}

/** Asks before a text that was not saved is left behind. The router knows one such question at a time. */
export function LeaveGuard({ when, what }: LeaveGuardProps) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const version = (search: string) => new URLSearchParams(search).get('version')
    return when && (currentLocation.pathname !== nextLocation.pathname || version(currentLocation.search) !== version(nextLocation.search))
  })
  useEffect(() => {
    if (!when) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [when])
  return (
    <Dialog
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      size="small"
      footer={
        <>
          <Button onClick={() => blocker.reset?.()}>Stay</Button>
          <Button variant="danger" onClick={() => blocker.proceed?.()}>
            Leave and lose it
          </Button>
        </>
      }
    >
      <p>What you wrote under “{what}” is not saved.</p>
    </Dialog>
  )
}
