import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Dialog } from './Dialog'

function Page({ locked = false }: { locked?: boolean }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Promote…
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="Promote fraud version 13" locked={locked} footer={<button type="button">Promote version 13</button>}>
        <input aria-label="Reason" />
      </Dialog>
    </>
  )
}

describe('Dialog', () => {
  it('is named by its title, begins there, and gives the focus back', async () => {
    render(<Page />)
    const opener = screen.getByRole('button', { name: 'Promote…' })
    await userEvent.click(opener)
    expect(await screen.findByRole('dialog', { name: 'Promote fraud version 13' })).toBeVisible()
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Promote fraud version 13' })).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(opener).toHaveFocus())
  })

  it('leaves the page as light or dark as it was', async () => {
    const root = document.documentElement
    const shown = new Set<string | null>()
    root.setAttribute('data-mantine-color-scheme', 'dark')
    const changes = new MutationObserver(() => shown.add(root.getAttribute('data-mantine-color-scheme')))
    changes.observe(root, { attributeFilter: ['data-mantine-color-scheme'] })
    render(<Page />)
    await userEvent.click(screen.getByRole('button', { name: 'Promote…' }))
    await screen.findByRole('dialog')
    expect(root).toHaveAttribute('data-mantine-color-scheme', 'dark')
    expect(shown).toEqual(new Set())
    changes.disconnect()
    root.removeAttribute('data-mantine-color-scheme')
  })

  it('does not close while it is locked', async () => {
    render(<Page locked />)
    await userEvent.click(screen.getByRole('button', { name: 'Promote…' }))
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('dialog')).toBeVisible()
  })
})
