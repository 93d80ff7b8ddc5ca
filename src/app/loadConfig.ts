import { createHttp } from '@/adapters/http'
import { SourceError } from '@/ports/sourceError'
import { ConfigError, parseConfig, type Config } from './config'

/** Reads config.json beside index.html. @throws ConfigError, whatever goes wrong: never falls back to the demo. */
export async function loadConfig(): Promise<Config> {
  const http = createHttp({ source: 'config.json', product: 'This deployment', baseUrl: document.baseURI })
  try {
    return parseConfig(await http.text({ method: 'GET', path: '/config.json' }))
  } catch (error) {
    if (error instanceof SourceError) throw new ConfigError([{ path: '', message: `${error.message} ${error.advice}` }])
    throw error
  }
}
