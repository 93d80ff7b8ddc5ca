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
    const link = document.createElement('link')
    // A module preload is kept for the document; a style sheet is answered from the browser's cache.
    if (file.endsWith('.js')) link.rel = 'modulepreload'
    else Object.assign(link, { rel: 'prefetch', as: 'style' })
    link.href = new URL(file, document.baseURI).href
    document.head.append(link)
  }
}
