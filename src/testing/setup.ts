import '@testing-library/jest-dom/vitest'
import { cleanup, configure, prettyDOM } from '@testing-library/react'
import { afterEach } from 'vitest'

// Files share a process, which loads the app once: what a test leaves in the browser goes with it.
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
  localStorage.clear()
  sessionStorage.clear()
})

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

// jsdom tries every rule of every style sheet on every element that is asked for. A page test sees what the page itself
// hides; what its sheets do is seen in a real browser.
const hidden = document.createElement('div').style
hidden.display = 'none'
window.getComputedStyle = (element) => (element instanceof HTMLElement && !element.hidden) || element instanceof SVGElement ? element.style : hidden
