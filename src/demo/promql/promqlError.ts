/**
 * A refusal in Prometheus's own vocabulary: `bad_data` for a text that is wrong or not supported,
 * `execution` for one that fails on the data (duplicate series and the like).
 */
export class PromqlError extends Error {
  readonly errorType: 'bad_data' | 'execution'

  constructor(errorType: 'bad_data' | 'execution', message: string) {
    super(message)
    this.name = 'PromqlError'
    this.errorType = errorType
  }
}

/** A parse error as Prometheus words it: `line:column: parse error: message`; `at` is an offset into the text. */
export function parseError(text: string, at: number, message: string): PromqlError {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - (before.lastIndexOf('\n') + 1) + 1
  return new PromqlError('bad_data', `${line}:${column}: parse error: ${message}`)
}

export function executionError(message: string): PromqlError {
  return new PromqlError('execution', message)
}
