/** MLflow's error codes with the status and the `sqlstate` that its servers send along. */
const codes = {
  INVALID_PARAMETER_VALUE: { status: 400, sqlstate: 'KAM00', errorClass: 'INVALID_PARAMETER_VALUE' },
  RESOURCE_ALREADY_EXISTS: { status: 400, sqlstate: 'KAM00', errorClass: 'RESOURCE_ALREADY_EXISTS' },
  RESOURCE_DOES_NOT_EXIST: { status: 404, sqlstate: 'KAM00', errorClass: 'RESOURCE_NOT_FOUND' },
  INTERNAL_ERROR: { status: 500, sqlstate: 'XXM00', errorClass: 'CLIENT_INTERNAL_ERROR' },
} as const

/** An answer of the simulated MLflow that is an error. */
export class MlflowError extends Error {
  override readonly name = 'MlflowError'
  readonly code: keyof typeof codes

  constructor(code: keyof typeof codes, message: string) {
    super(message)
    this.code = code
  }

  toResponse(): Response {
    const { status, sqlstate, errorClass } = codes[this.code]
    const body = { error_code: this.code, message: this.message, sqlstate, error_class: errorClass }
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
  }
}

export function invalid(message: string): MlflowError {
  return new MlflowError('INVALID_PARAMETER_VALUE', message)
}

export function missing(message: string): MlflowError {
  return new MlflowError('RESOURCE_DOES_NOT_EXIST', message)
}

/** What Flask answers for a route that it does not have. */
export function notFoundPage(): Response {
  return page(404, 'Not Found', 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.')
}

/** What Flask answers for a route that it has, under another method. */
export function notAllowedPage(): Response {
  return page(405, 'Method Not Allowed', 'The method is not allowed for the requested URL.')
}

/** What Flask answers where a plain route lacks a parameter. */
export function badRequestPage(): Response {
  return page(400, 'Bad Request', 'The browser (or proxy) sent a request that this server could not understand.')
}

function page(status: number, title: string, text: string): Response {
  const body = `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n`
  return new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** What the basic-auth plugin answers where the permission is too low. */
export function deniedPage(): Response {
  return new Response('Permission denied', { status: 403, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
