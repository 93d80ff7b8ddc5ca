/**
 * Hands a text to the browser as a file. An object URL needs no permission of the Content-Security-Policy:
 * nothing is fetched and nothing is navigated to.
 */
export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Safari reads it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
