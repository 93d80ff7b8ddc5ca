import type { Artifact } from '@/domain/artifact'

/** Larger text is for download: nobody reads it on a page. */
const mostPreview = 256 * 1024

const textEndings =
  /\.(txt|md|markdown|json|jsonl|ya?ml|toml|ini|cfg|conf|csv|tsv|log|py|sh|sql|xml|html?|r|env|lock|properties)$/i
/** Files without an ending that MLflow and its flavours write. */
const textNames = new Set(['mlmodel', 'dockerfile', 'makefile', 'license', 'readme', 'requirements', '.gitignore'])

/** The last part of the path. */
export function fileName(path: string): string {
  return path.split('/').at(-1) ?? path
}

/** Whether the file can be shown on the page: text by its name, and small or of unknown size. */
export function canPreview({ path, isFolder, sizeBytes }: Artifact): boolean {
  const name = fileName(path)
  const isText = textEndings.test(name) || textNames.has(name.toLowerCase())
  return !isFolder && isText && (sizeBytes ?? 0) <= mostPreview
}

/** Folders first, then by name as people count: `part-9` before `part-10`. */
export function sortArtifacts(artifacts: readonly Artifact[]): readonly Artifact[] {
  const order = new Intl.Collator('en', { numeric: true })
  return artifacts.toSorted((a, b) => Number(b.isFolder) - Number(a.isFolder) || order.compare(fileName(a.path), fileName(b.path)))
}
