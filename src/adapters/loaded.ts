import { SourceError } from '@/ports/sourceError'

/** A part of the app that is not in the first load. It is missing when the app was renewed while the page was open. */
export async function loaded<T>(source: string, part: Promise<T>): Promise<T> {
  try {
    return await part
  } catch (cause) {
    throw new SourceError({ source, kind: 'unreachable', message: 'A file of Modeldeck itself could not be loaded.', advice: 'Reload the page.', cause })
  }
}
