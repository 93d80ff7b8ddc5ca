import type { Signature } from '@/domain/signature'
import type { ModelVersion } from '@/domain/version'
import type { ModelCard } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import { runFolder } from './artifactPath'
import { listArtifacts, readArtifact } from './artifacts'
import type { Connection } from './connection'
import { orWhenMissing } from './connection'
import { readSignature } from './mlmodel'

/** The signature of the version's MLmodel file. https://mlflow.org/docs/latest/ml/model/signatures/ */
export async function getSignature(
  connection: Connection,
  version: ModelVersion,
  signal?: AbortSignal,
): Promise<Signature | null> {
  if (version.sourceUri === null) return null
  const text = await orWhenMissing(readArtifact(connection, version, 'MLmodel', signal), null)
  if (text === null) return null
  const read = readSignature(text)
  if (!('unreadable' in read)) return read.signature
  const { name, version: number } = version.ref
  throw new SourceError({
    source: connection.id,
    kind: 'invalid-response',
    message: `The MLmodel file of ${name} ${number} has a signature that cannot be read: ${read.unreadable}`,
    advice: 'Look at the file among the artifacts; logging the model again with a current MLflow mends it.',
  })
}

/** Earlier names are preferred. */
const cardNames = ['model_card.md', 'modelcard.md', 'model-card.md', 'readme.md']

/** A model card among the version's own files, else among those of its run. */
export async function getModelCard(
  connection: Connection,
  version: ModelVersion,
  signal?: AbortSignal,
): Promise<ModelCard | null> {
  for (const folder of version.runId === null ? [''] : ['', runFolder]) {
    const files = (await listArtifacts(connection, version, folder, signal)).filter(({ isFolder }) => !isFolder)
    for (const name of cardNames) {
      const file = files.find(({ path }) => path.split('/').at(-1)?.toLowerCase() === name)
      if (file === undefined) continue
      return { markdown: await readArtifact(connection, version, file.path, signal), origin: file.path }
    }
  }
  return null
}
