import { getRequestListener } from '@hono/node-server'
import { sourceRoutes } from './app.mjs'
import { readDeployment } from './deployment.mjs'

/**
 * Gives Vite's dev server the same /config.json and /proxy/… as the real one. Without the policy headers:
 * hot reload needs inline scripts.
 * @returns {import('vite').Plugin}
 */
export function modeldeckSources() {
  return {
    name: 'modeldeck-sources',
    apply: (_config, { command, isPreview, mode }) => command === 'serve' && isPreview !== true && mode !== 'test',
    configureServer(server) {
      const routes = sourceRoutes({ deployment: readDeployment(process.env) })
      const listen = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
      server.middlewares.use((request, response, next) => {
        if (/^\/(?:config\.json(?:\?|$)|proxy\/)/.test(request.url ?? '')) void listen(request, response)
        else next()
      })
    },
  }
}
