import { useEffect } from 'react'
import { statusWords, type Status } from '@/ui/badges/status'

export interface PageTitleProps {
  /** What the page is about, the nearest first: `claim-fraud`. */
  title: string
  /** Trouble is said in the tab's title and shown in its icon. */
  status?: Status | undefined
}

const colours: Readonly<Partial<Record<Status, string>>> = { failing: '#d5360f', 'at-risk': '#e69f00' }

/** The title and the icon of the browser's tab. */
export function PageTitle({ title, status }: PageTitleProps) {
  const colour = status && colours[status]
  useEffect(() => (colour === undefined ? undefined : markIcon(colour)), [colour])
  const words = colour !== undefined && status ? `${statusWords[status]}: ${title}` : title
  return <title>{`${words} · Modeldeck`}</title>
}

/** Puts a dot on the icon; returns what takes it off again. */
function markIcon(colour: string): (() => void) | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[rel~="icon"]')
  if (link === null) return undefined
  const plain = link.href
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="8" width="20" height="20" rx="4" fill="#9db8d2"/><rect x="7" y="3" width="20" height="20" rx="4" fill="#0b5cad"/><circle cx="22" cy="22" r="10" fill="${colour}" stroke="#fff" stroke-width="2"/></svg>`
  link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return () => {
    link.href = plain
  }
}
