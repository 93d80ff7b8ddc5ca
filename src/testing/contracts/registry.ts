import { describe, expect, it } from 'vitest'
import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion } from '@/domain/version'
import type { Page, RegistrySource } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'

/** What a registry under test is known to hold. Names are its own. */
export interface RegistryFixture {
  /** At least two models in all, this one among them. */
  model: string
  /** Every version of `model`, newest first; at least two. */
  versions: readonly string[]
  /** Alias → version of `model`; the production alias among them. */
  aliases: Readonly<Record<string, string>>
  /** The production version of `model`; not the newest. */
  champion: string
  /** The run of the version `of`: the last value per key (`null`: NaN), and all points of one metric. */
  run: {
    of: string
    id: string
    metrics: Readonly<Record<string, number | null>>
    params: Readonly<Record<string, string>>
    /** What the naming rule makes of it. */
    f1: number
    history: { key: string; values: readonly (number | null)[] }
  }
  /** Files kept with the version `of`. */
  documents: { of: string; inputs: readonly string[]; card: string }
  /** A registered model without a version. */
  empty: string
  /** A model whose name holds both kinds of quote, `%` and a character outside the BMP. */
  hostile: string
  /** A version without a run. */
  runless: { name: string; version: string }
  /** No model has this name. */
  unknown: string
  /** A model with two versions or more that the suite may change. Nothing else uses it. */
  writable: { name: string; versions: readonly [string, string, ...string[]] }
}

export interface RegistrySetup {
  source: RegistrySource
  fixture: RegistryFixture
}

/**
 * What every RegistrySource promises, whatever stands behind it: the simulated registry, a real MLflow.
 * `setup` is called before each case and may hand out the same registry again.
 */
export function registryContract(name: string, setup: () => RegistrySetup | Promise<RegistrySetup>): void {
  describe(`${name} is a registry source`, () => {
    it('says what it is and can do', async () => {
      const { source } = await setup()
      const info = await source.info()
      expect(info).toMatchObject({ id: source.id, type: source.type })
      expect(info.product).not.toBe('')
      expect(info.capabilities).toEqual(expect.arrayContaining(['aliases', 'tags', 'metrics', 'promote', 'deprecate']))
    })

    describe('models', () => {
      it('are listed page by page, each once', async () => {
        const { source, fixture } = await setup()
        const whole = await source.listModels({ search: '', pageSize: 1000, pageToken: null })
        const paged = await allPages((pageToken) => source.listModels({ search: '', pageSize: 2, pageToken }))
        expect(whole.nextPageToken).toBeNull()
        expect(paged.map(nameOf)).toEqual(whole.items.map(nameOf))
        expect(new Set(paged.map(nameOf)).size).toBe(paged.length)
        expect(paged.map(nameOf)).toEqual(expect.arrayContaining([fixture.model, fixture.empty, fixture.hostile]))
      })

      it('are found by a part of the name in any case, and only those', async () => {
        const { source, fixture } = await setup()
        const part = fixture.model.slice(1, -1).toUpperCase()
        const { items } = await source.listModels({ search: part, pageSize: 100, pageToken: null })
        expect(items.map(nameOf)).toContain(fixture.model)
        for (const model of items) expect(nameOf(model).toUpperCase()).toContain(part)
      })

      it('are not found by what is in no name, whatever it holds', async () => {
        const { source, fixture } = await setup()
        for (const search of [fixture.unknown, `' OR name != '`, '"', '\\', '%', '_%_', '`']) {
          const { items } = await source.listModels({ search, pageSize: 100, pageToken: null })
          for (const model of items) expect(nameOf(model)).toContain(search)
        }
      })

      it('have their aliases, and equal what the list says', async () => {
        const { source, fixture } = await setup()
        const model = await source.getModel(fixture.model)
        expect(model).toMatchObject({ ref: { source: source.id, name: fixture.model }, problems: [] })
        expect(model.aliases).toEqual(fixture.aliases)
        const { items } = await source.listModels({ search: fixture.model, pageSize: 100, pageToken: null })
        expect(items).toContainEqual(model)
      })

      it('are read under hostile names, and without versions', async () => {
        const { source, fixture } = await setup()
        expect(nameOf(await source.getModel(fixture.hostile))).toBe(fixture.hostile)
        const empty = await source.getModel(fixture.empty)
        expect(empty.latestVersions).toEqual([])
        expect((await source.listVersions(empty, { pageSize: 10, pageToken: null })).items).toEqual([])
      })

      it('that are unknown are not found', async () => {
        const { source, fixture } = await setup()
        const error = await failureOf(source.getModel(fixture.unknown))
        expect(error).toMatchObject({ kind: 'not-found', source: source.id, retryable: false })
        expect(error.message).toContain(fixture.unknown)
      })
    })

    describe('versions', () => {
      it('are listed newest first, page by page, with their aliases', async () => {
        const { source, fixture } = await setup()
        const model = await source.getModel(fixture.model)
        const versions = await allPages((pageToken) => source.listVersions(model, { pageSize: 1, pageToken }))
        expect(versions.map(versionOf)).toEqual(fixture.versions)
        for (const version of versions) {
          expect(version.aliases.toSorted()).toEqual(aliasesOf(fixture, versionOf(version)))
          expect(version).toMatchObject({ status: 'ready', problems: [] })
        }
      })

      it('are read one by one as they are listed', async () => {
        const { source, fixture } = await setup()
        const model = await source.getModel(fixture.model)
        const { items } = await source.listVersions(model, { pageSize: 100, pageToken: null })
        for (const listed of items) {
          const read = await source.getVersion(listed.ref)
          expect({ ...read, aliases: read.aliases.toSorted() }).toEqual({
            ...listed,
            aliases: listed.aliases.toSorted(),
          })
        }
      })

      it('of a model with a hostile name are listed', async () => {
        const { source, fixture } = await setup()
        const model = await source.getModel(fixture.hostile)
        const { items } = await source.listVersions(model, { pageSize: 100, pageToken: null })
        expect(items).not.toEqual([])
        for (const version of items) expect(version.ref.name).toBe(fixture.hostile)
      })

      it('that are unknown are not found, with the server’s own code', async () => {
        const { source, fixture } = await setup()
        const ref = { source: source.id, name: fixture.model, version: '999999' }
        expect(await failureOf(source.getVersion(ref))).toMatchObject({ kind: 'not-found', status: 404 })
      })

      it('of many models are read together; unknown ones are absent', async () => {
        const { source, fixture } = await setup()
        const known = [...fixture.versions.map((version) => ({ name: fixture.model, version })), fixture.runless]
        const asked = [
          ...known,
          { name: fixture.model, version: '999999' },
          { name: fixture.unknown, version: '1' },
        ].map((one) => ({ source: source.id, ...one }))
        const found = await source.getVersions(asked)
        expect(found.map(({ ref }) => ref).toSorted(byText)).toEqual(
          known.map((one) => ({ source: source.id, ...one })).toSorted(byText),
        )
      })

      it('in production are found for many models; those without are absent', async () => {
        const { source, fixture } = await setup()
        const { items } = await source.listModels({ search: '', pageSize: 1000, pageToken: null })
        const champions = await source.getChampions(items)
        const champion = champions.get(fixture.model)
        expect(champion?.ref.version).toBe(fixture.champion)
        expect(champion?.aliases).toContain(source.aliasNames.production)
        expect(champions.has(fixture.empty)).toBe(false)
      })
    })

    describe('runs', () => {
      it('come in a batch, with what they logged; unknown ones are absent', async () => {
        const { source, fixture } = await setup()
        const { run } = fixture
        const version = await source.getVersion({ source: source.id, name: fixture.model, version: run.of })
        expect(version.runId).toBe(run.id)
        const runs = await source.getRuns([run.id, run.id, 'no-such-run'])
        expect([...runs.keys()]).toEqual([run.id])
        const found = runs.get(run.id)
        expect(Object.fromEntries(found?.metrics.map(({ key, value }) => [key, value]) ?? [])).toEqual(run.metrics)
        expect(found?.params).toMatchObject(run.params)
        expect(found?.quality.f1?.value).toBe(run.f1)
        const gaps = Object.keys(run.metrics).filter((key) => run.metrics[key] === null)
        expect(found?.problems.map(({ field }) => field)).toEqual(gaps.map((key) => `metrics.${key}`))
      })

      it('keep every point of a metric, in order, NaN as a gap', async () => {
        const { source, fixture } = await setup()
        const { id, history } = fixture.run
        const points = await source.getMetricHistory(id, history.key)
        expect(points.map(({ value }) => value)).toEqual(history.values)
        expect(points.map(({ step }) => step)).toEqual(points.map(({ step }) => step).toSorted((a, b) => a - b))
        expect(await source.getMetricHistory(id, 'never-logged')).toEqual([])
      })

      it('may be missing', async () => {
        const { source, fixture } = await setup()
        const version = await source.getVersion({ source: source.id, ...fixture.runless })
        expect(version.runId).toBeNull()
        expect((await source.getRuns([])).size).toBe(0)
      })
    })

    describe('documents', () => {
      it('are the signature, the model card and the files they stand in', async () => {
        const { source, fixture } = await setup()
        const { documents } = fixture
        const version = await source.getVersion({ source: source.id, name: fixture.model, version: documents.of })
        const signature = await source.getSignature(version)
        expect(signature?.inputs.map(({ name }) => name)).toEqual(documents.inputs)
        const card = await source.getModelCard(version)
        expect(card?.markdown).toBe(documents.card)
        expect(await source.readArtifact(version, card?.origin ?? '')).toBe(documents.card)
        const files = await source.listArtifacts(version, '')
        expect(files.map(({ path }) => path)).toContain('MLmodel')
        const failure = await failureOf(source.readArtifact(version, 'no-such-file.md'))
        expect(failure.kind).toBe('not-found')
      })

      it('of a version without files are none', async () => {
        const { source, fixture } = await setup()
        const version = await source.getVersion({ source: source.id, ...fixture.runless })
        expect(await source.listArtifacts(version, '')).toEqual([])
        expect(await source.getModelCard(version)).toBeNull()
      })
    })

    describe('writing', () => {
      it('keeps what it does not speak of', async () => {
        const { source, fixture } = await setup()
        const { name, versions } = fixture.writable
        const text = `# ${name}\n\n<img src=x onerror=alert(1)> "quoted" 🧨`
        await source.setDescription({ source: source.id, name }, text)
        await source.setOwner(name, 'Zoë O’Neil')
        await source.setModelTag(name, 'a/b.c', 'd e')
        const ref = { source: source.id, name, version: versions[0] }
        await source.setDescription(ref, 'of the version')
        await source.setVersionTag(ref, 'modeldeck.sunset', '2031-01-31')
        await source.setVersionTag(ref, 'modeldeck.lifecycle', 'deprecated')

        expect(await source.getModel(name)).toMatchObject({
          description: text,
          owner: 'Zoë O’Neil',
          tags: { 'a/b.c': 'd e' },
        })
        expect(await source.getVersion(ref)).toMatchObject({
          description: 'of the version',
          lifecycle: { state: 'deprecated', sunset: '2031-01-31' },
        })
        await source.setVersionTag(ref, 'modeldeck.lifecycle', 'active')
        expect((await source.getVersion(ref)).lifecycle.state).toBe('active')
      })

      it('moves production by a recorded decision, and refuses one on what has changed', async () => {
        const { source, fixture } = await setup()
        const { name, versions } = fixture.writable
        const model = { source: source.id, name }
        const before = (await source.getModel(name)).aliases[source.aliasNames.production] ?? null
        const to = before === versions[0] ? versions[1] : versions[0]
        const command = {
          action: 'promote',
          model,
          version: to,
          seenChampion: before,
          actor: { name: 'Ada', kind: 'self-declared' },
          reason: 'contract',
          sunset: null,
          replacement: null,
          checks: [['f1', 'pass', '0.9', '0.8']],
          overrides: [],
        } as const
        const outcome = await source.execute(command)
        expect(outcome).toMatchObject({ status: 'done', change: { action: 'promote', from: before, to } })

        const after = await source.getModel(name)
        expect(after.aliases[source.aliasNames.production]).toBe(to)
        expect(Object.keys(after.tags).filter((key) => key.startsWith('modeldeck.intent.'))).toEqual([])
        const [newest] = await source.listChanges(name)
        expect(newest).toMatchObject({ model, version: to, status: 'done', reason: 'contract', checks: command.checks })
        const everywhere = await allPages((pageToken) => source.listRecentChanges({ pageSize: 1, pageToken }))
        expect(everywhere).toContainEqual(newest)
        expect(new Set(everywhere.map(({ id }) => id)).size).toBe(everywhere.length)

        expect(await source.execute(command)).toMatchObject({ status: 'overtaken', found: to })
        expect((await source.getModel(name)).aliases[source.aliasNames.production]).toBe(to)
      })

      it('keeps a request with its answers, one tag each, and finds it while it is open', async () => {
        const { source, fixture } = await setup()
        const { name, versions } = fixture.writable
        const model = { source: source.id, name }
        const [ana, ben] = [{ name: 'ana', kind: 'authenticated' }, { name: 'ben', kind: 'authenticated' }] as const
        const champion = (await source.getModel(name)).aliases[source.aliasNames.production]
        const version = champion === versions[1] ? versions[0] : versions[1]
        const { status, request } = await source.requestPromotion({ model, version, actor: ana, reason: 'better "recall"\n<b>' })
        expect(status).toBe('done')
        const isIt = ({ id }: { id: string }) => id === request.id
        expect((await source.listOpenRequests()).items.find(isIt)).toMatchObject({ status: 'requested', requester: ana, reason: 'better "recall"\n<b>', model, version })

        const answer = { model, version, id: request.id, reason: '' }
        await source.commentOnRequest({ ...answer, actor: ben, text: 'why?' })
        const [approved, withdrawn] = await Promise.all([
          source.answerRequest({ ...answer, actor: ben, answer: 'approved' }),
          source.answerRequest({ ...answer, actor: ana, answer: 'withdrawn' }),
        ])
        expect(withdrawn).toMatchObject({ status: 'done', request: { status: 'withdrawn' } })
        expect(['done', 'overtaken']).toContain(approved.status)
        expect((await source.listRequests(name)).items.find(isIt)).toMatchObject({ status: 'withdrawn', comments: expect.arrayContaining([expect.objectContaining({ text: 'why?' })]) })
        expect((await source.listOpenRequests()).items.find(isIt)).toBeUndefined()
        expect((await source.listRecentRequests({ pageSize: 1000, pageToken: null })).items.find(isIt)).toMatchObject({ status: 'withdrawn' })
        expect((await source.getModel(name)).tags['modeldeck.pending']).toBe('no')
      })

      it('to what is unknown fails and says so', async () => {
        const { source, fixture } = await setup()
        const error = await failureOf(source.setOwner(fixture.unknown, 'Ada'))
        expect(error).toMatchObject({ kind: 'not-found', source: source.id })
        const ref = { source: source.id, name: fixture.writable.name, version: '999999' }
        expect((await failureOf(source.setVersionTag(ref, 'a', 'b'))).kind).toBe('not-found')
      })

      it('of what cannot be stored is rejected', async () => {
        const { source, fixture } = await setup()
        const error = await failureOf(source.setModelTag(fixture.writable.name, 'not\nallowed', 'x'))
        expect(error).toMatchObject({ kind: 'rejected', status: 400 })
      })
    })

    it('rejects with the signal’s own reason when aborted', async () => {
      const { source, fixture } = await setup()
      const reason = new Error('left the page')
      const signal = AbortSignal.abort(reason)
      await expect(source.listModels({ search: '', pageSize: 1, pageToken: null }, signal)).rejects.toBe(reason)
      await expect(source.getRuns([fixture.run.id], signal)).rejects.toBe(reason)
    })
  })
}

async function allPages<T>(ask: (pageToken: string | null) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = []
  let pageToken: string | null = null
  do {
    const page: Page<T> = await ask(pageToken)
    items.push(...page.items)
    pageToken = page.nextPageToken
  } while (pageToken !== null)
  return items
}

/** The SourceError that a call ends with; anything else fails the case. */
export async function failureOf(asked: Promise<unknown>): Promise<SourceError> {
  const error: unknown = await asked.then(
    () => new Error('it was expected to fail'),
    (reason: unknown) => reason,
  )
  if (error instanceof SourceError) return error
  throw error
}

function nameOf(model: RegisteredModel): string {
  return model.ref.name
}

function versionOf(version: ModelVersion): string {
  return version.ref.version
}

function aliasesOf({ aliases }: RegistryFixture, version: string): readonly string[] {
  return Object.keys(aliases)
    .filter((alias) => aliases[alias] === version)
    .toSorted()
}

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
