/** An answer of the simulated Alertmanager that is an error: a bare JSON text, or an object where the form was wrong. */
export class AlertmanagerError extends Error {
  override readonly name = 'AlertmanagerError'
  readonly status: number
  /** `null`: the error comes from a handler, which sends the text alone. */
  readonly code: number | null

  constructor(status: number, message: string, code: number | null = null) {
    super(message)
    this.status = status
    this.code = code
  }

  toResponse(): Response {
    const body = this.code === null ? this.message : { code: this.code, message: this.message }
    return new Response(JSON.stringify(body), { status: this.status, headers: { 'Content-Type': 'application/json' } })
  }
}

/** A value of the wrong form, in go-openapi's words. */
export function malformed(code: number, message: string): AlertmanagerError {
  return new AlertmanagerError(422, message, code)
}
