import * as z from 'zod/mini'
import { createHttp } from '@/adapters/http'

const manifestSchema = z.record(z.string(), z.object({ file: z.string(), css: z.optional(z.array(z.string())) }))

/**
 * Fetches every chunk of the build once the page stands still, so that the demo goes on with the network
 * off. Vite's manifest lists them; a development server has none, and there nothing is lost by that.
 */
export async function prefetchEverything(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  if (!import.meta.env.PROD) return
  const http = createHttp({ source: 'manifest', product: 'This deployment', baseUrl: document.baseURI })
  const manifest = await http.json(manifestSchema, { method: 'GET', path: '/manifest.json' })
  const files = new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]))
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    // Kept for the document once it is there.
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = new URL(file, document.baseURI).href
    document.head.append(link)
  }
  // Answered from the browser's cache later. Not `rel=prefetch`: that waits until nothing else is loading.
  const styles = [...files].filter((file) => file.endsWith('.css'))
  await Promise.all(styles.map((file) => http.text({ method: 'GET', path: `/${file}` })))
}
