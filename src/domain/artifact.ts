/** A file or folder that a run or version keeps. */
export interface Artifact {
  path: string
  isFolder: boolean
  /** `null` for folders and where the store does not say. */
  sizeBytes: number | null
}
