import type { ServingKind } from '@/domain/model'
import { BatchSection } from './BatchSection'
import type { OperationLook } from './OperationSection'
import { QueueSection } from './QueueSection'
import { StreamSection } from './StreamSection'

/** What a model does that is not only called by requests, by how it serves (tag `modeldeck.kind`). */
export function KindSections({ kind, ...look }: OperationLook & { kind: ServingKind | null }) {
  const { choice: _choice, champion: _champion, ...whole } = look
  switch (kind) {
    case 'batch':
      return <BatchSection {...whole} optional={false} />
    case 'streaming':
      return <StreamSection {...look} optional={false} />
    case 'asynchronous':
      return <QueueSection {...look} />
    case 'hybrid':
      return (
        <>
          <BatchSection {...whole} optional />
          <StreamSection {...look} optional />
        </>
      )
    default:
      return null
  }
}
