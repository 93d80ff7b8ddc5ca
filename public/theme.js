// Runs before the first paint, so that a dark room never sees a white flash. A file of its own because the
// Content-Security-Policy allows no inline script.
;(() => {
  const kept = (() => {
    try {
      return localStorage.getItem('modeldeck.colour-scheme')
    } catch {
      return null
    }
  })()
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', kept === 'light' || kept === 'dark' ? kept : system)
})()
