import { useSyncExternalStore } from 'react'

export const colorSchemes = ['auto', 'light', 'dark'] as const
/** `auto`: as the system says. */
export type ColorScheme = (typeof colorSchemes)[number]

/** The same key and attribute as public/theme.js, which applies the choice before the first paint. */
const key = 'modeldeck.colour-scheme'
const attribute = 'data-mantine-color-scheme'
const listeners = new Set<() => void>()

function chosen(): ColorScheme {
  const kept = localStorage.getItem(key)
  return colorSchemes.find((scheme) => scheme === kept) ?? 'auto'
}

function systemScheme(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)')
}

/** What is drawn: the choice, or the system's where that is the choice. */
export function shownScheme(): 'light' | 'dark' {
  const choice = chosen()
  if (choice !== 'auto') return choice
  return systemScheme().matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.setAttribute(attribute, shownScheme())
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Follows the system, and the choice made in another tab, for as long as the page lives. */
export function followColorScheme(): void {
  systemScheme().addEventListener('change', apply)
  window.addEventListener('storage', (event) => event.key === key && apply())
  apply()
}

/** The reader's choice, kept by this browser. */
export function useColorScheme(): [ColorScheme, (scheme: ColorScheme) => void] {
  const scheme = useSyncExternalStore(subscribe, chosen)
  return [
    scheme,
    (next) => {
      localStorage.setItem(key, next)
      apply()
    },
  ]
}
