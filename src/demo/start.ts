import { setupWorker } from 'msw/browser'
import type { StartedDemo } from './controls'
import { serverKinds, type Fault, type ServerKind } from './servers/faults'
import { worldHandlers, type ServerAddresses } from './servers/worldHandlers'
import { newSession, openSession, saveSession, type WorldWish } from './session'

const workerFile = 'mockServiceWorker.js'

function isServer(source: string): source is ServerKind {
  return serverKinds.some((kind) => kind === source)
}

/**
 * Starts the simulated world and lets its servers answer this page's requests below `<base>demo/`, where
 * no real server can stand. What is done in it holds for the tab.
 * @param options `seed` and `now` fix the world; `base` is the address of the app's root
 */
export async function startDemo(options: WorldWish & { base: string }): Promise<StartedDemo> {
  let session = openSession(options, sessionStorage)
  let kept = 0
  const save = (): void => {
    kept = session.world.journal.length
    saveSession(session, sessionStorage)
  }
  const at = (kind: ServerKind) => new URL(`demo/${kind}`, options.base).href
  const addresses: ServerAddresses = { mlflow: at('mlflow'), prometheus: at('prometheus'), alertmanager: at('alertmanager') }
  const handlers = (): ReturnType<typeof worldHandlers> => worldHandlers(session.world, addresses, (server) => session.faults[server] ?? null)

  const worker = setupWorker(...handlers())
  // Writes come through the protocol: a reload after the answer must find them.
  worker.events.on('response:mocked', () => {
    if (session.world.journal.length !== kept) save()
  })
  await worker.start({
    serviceWorker: { url: new URL(workerFile, options.base).href, options: { scope: new URL('./', options.base).href } },
    quiet: true,
    onUnhandledRequest: 'bypass',
  })
  save()

  return {
    clock: { now: () => session.world.clock.now() },
    get stories() {
      return session.world.stories
    },
    sources: Object.keys(addresses),
    get personas() {
      return session.world.personas.map(({ id, label }) => {
        const [name = label, ...role] = label.split(/[,:] /)
        return { id, name, role: role.join(', ') }
      })
    },
    config: configOf(addresses),
    faultOf: (source) => (isServer(source) ? (session.faults[source] ?? null) : null),
    setFault: (source, fault) => {
      if (isServer(source)) setFault(session.faults, source, fault)
      save()
    },
    persona: () => session.world.persona.id,
    setPersona: (id) => {
      const persona = session.world.personas.find((one) => one.id === id)
      if (persona) session.world.setPersona(persona.id)
      save()
    },
    moveClock: (byMs) => {
      session.world.clock.advance(byMs)
      save()
    },
    reset: () => {
      const { seed, start } = session.world
      session = newSession(seed, options.now === null ? Date.now() : start)
      worker.resetHandlers(...handlers())
      save()
    },
  }
}

function setFault(faults: Partial<Record<ServerKind, Fault>>, source: ServerKind, fault: Fault | null): void {
  if (fault === null) delete faults[source]
  else faults[source] = fault
}

/** The demo's config.json: the same sources that a real deployment would name. */
function configOf(addresses: ServerAddresses): unknown {
  return {
    title: 'Modeldeck',
    demo: 'allowed',
    sources: [
      // Only this page's requests are answered: a link or a script would find nobody.
      { id: 'mlflow', type: 'mlflow', url: addresses.mlflow, webUrl: null },
      {
        id: 'prometheus',
        type: 'prometheus',
        url: addresses.prometheus,
        preset: 'modeldeck',
        match: [{ registry: 'mlflow', model: '${name}', version: '${version}' }],
      },
      { id: 'alertmanager', type: 'alertmanager', url: addresses.alertmanager },
    ],
  }
}

/** Removes the worker that an earlier demo left at this address: it must not stand before real servers. */
export async function stopDemo(): Promise<void> {
  const ours = new URL(workerFile, document.baseURI).href
  const registrations = await navigator.serviceWorker.getRegistrations()
  const left = registrations.filter(({ active, waiting, installing }) => [active, waiting, installing].some((worker) => worker?.scriptURL === ours))
  await Promise.all(left.map((registration) => registration.unregister()))
}
