import '@testing-library/jest-dom/vitest'
import { cleanup, configure, prettyDOM } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// How long a wait may last, not how long it lasts: a busy machine loads a dialog's code slowly.
// Asking the style of every ancestor of every element is a third of the time of a page test; what is visible is
// seen in a real browser (e2e).
configure({ asyncUtilTimeout: 20_000, defaultHidden: true, getElementError: lazyError })

/** Waiting fails at every look until it succeeds: the document is printed only if somebody reads the message. */
function lazyError(message: string | null, container: Element): Error {
  const error = new Error()
  Object.defineProperty(error, 'message', { get: () => (message === null ? `<${container.localName}>` : `${message}\n\n${prettyDOM(container) || ''}`) })
  return error
}

// jsdom has none of these, and Mantine asks for them.
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.scrollTo = () => undefined
