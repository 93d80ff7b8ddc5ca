import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect } from 'vitest'
import type { DemoWorld } from './renderPage'

/** Pages ask several servers before they can show a decision. */
export const patience = { timeout: 30_000, interval: 100 }

/** The open dialog of a decision, once every check has its verdict. Found without roles first: those are slow to tell. */
export async function decisionDialog(name: string): Promise<HTMLElement> {
  await waitFor(() => {
    const checks = document.querySelector('[role="dialog"] ul[aria-label="Checks"]')
    expect(checks).not.toBeNull()
    expect(checks?.querySelector('[data-verdict="waiting"]')).toBeNull()
  }, patience)
  return screen.findByRole('dialog', { name }, patience)
}

/** What the dialog says of one check. */
export function checkOf(dialog: HTMLElement, title: string): HTMLElement {
  const list = within(dialog).getByRole('list', { name: 'Checks' })
  const item = within(list).getByText(title).closest('li')
  if (!item) throw new Error(`“${title}” is not in the list of checks`)
  return item
}

/** Enters a text at once: each key pressed alone would draw the whole room again. */
export async function enter(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  // A draft outlives its dialog, and so its test.
  await user.clear(field)
  await user.paste(text)
}

/** Gives the reason and presses the button that repeats the verb. */
export async function decide(user: UserEvent, dialog: HTMLElement, reason: string, confirm: string): Promise<void> {
  await enter(user, reasonOf(dialog), reason)
  const button = within(dialog).getByText(confirm, { selector: 'button' })
  await waitFor(() => expect(button).toBeEnabled(), patience)
  await user.click(button)
}

/** The box for the reason, by its label. */
export function reasonOf(dialog: HTMLElement): HTMLElement {
  return within(dialog).getByLabelText('Reason')
}

/** The decision records on a version of the demo's registry, newest first. */
export function recordsOf({ world }: DemoWorld, model: string, version: number): readonly Record<string, unknown>[] {
  const tags = world.registry.models.get(model)?.versions.get(version)?.tags ?? new Map<string, string>()
  return [...tags]
    .filter(([key]) => key.startsWith('modeldeck.change.'))
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([, value]) => JSON.parse(value))
}

/** A tag of a version of the demo's registry. */
export function tagOf({ world }: DemoWorld, model: string, version: number, key: string): string | undefined {
  return world.registry.models.get(model)?.versions.get(version)?.tags.get(key)
}

/** Whom an alias of the demo's registry names. */
export function aliasOf({ world }: DemoWorld, model: string, alias: string): number | undefined {
  return world.registry.models.get(model)?.aliases.get(alias)
}
