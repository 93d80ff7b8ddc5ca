import { invalid } from './mlflowError'

const hint = ' See the API docs for more information about request parameters.'

/**
 * The parameters of one call: the query of a GET, else the JSON body (one that does not parse counts as
 * empty, as on the real server). Texts in int64 fields are accepted, numbers in text fields are not.
 */
export class MlflowParams {
  readonly #values: Readonly<Record<string, unknown>>

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values
  }

  /** A copy with one more parameter, e.g. from the path. */
  with(name: string, value: string): MlflowParams {
    return new MlflowParams({ ...this.#values, [name]: value })
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== null
  }

  /** `null`: not sent. */
  text(name: string): string | null {
    const value = this.#values[name]
    if (value === undefined || value === null) return null
    if (typeof value === 'string') return value
    if (Array.isArray(value) && typeof value.at(-1) === 'string') return String(value.at(-1))
    throw wrongType(name, value)
  }

  required(name: string): string {
    const value = this.text(name)
    if (value === null || value === '') throw invalid(`Missing value for required parameter '${name}'.${hint}`)
    return value
  }

  /** A whole number up to `max`; `fallback` where it is not sent. `tooLarge`: the server's own words for more. */
  integer(name: string, fallback: number, max: number, tooLarge?: string): number {
    const value = this.#values[name]
    if (value === undefined || value === null) return fallback
    const one = Array.isArray(value) ? value.at(-1) : value
    const number = typeof one === 'number' ? one : typeof one === 'string' && /^-?\d+$/.test(one) ? Number(one) : Number.NaN
    if (number > max && tooLarge !== undefined) throw invalid(tooLarge)
    if (!Number.isInteger(number) || number > max) throw wrongType(name, one)
    return number
  }

  flag(name: string): boolean {
    const value = this.#values[name]
    if (value !== undefined && value !== null && typeof value !== 'boolean') throw wrongType(name, value)
    return value === true
  }

  /** A repeated field of texts (numbers count as texts). */
  list(name: string): readonly string[] {
    const value = this.#values[name]
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) throw wrongType(name, value)
    return value.map((item: unknown) => {
      if (typeof item !== 'string' && typeof item !== 'number') throw wrongType(name, value)
      return String(item)
    })
  }

  /** `[{key, value}]`. */
  tags(name: string): readonly (readonly [string, string])[] {
    const value = this.#values[name]
    if (!Array.isArray(value)) return []
    return value.map((tag: unknown) => {
      const params = new MlflowParams(isRecord(tag) ? tag : {})
      return [params.required('key'), params.text('value') ?? ''] as const
    })
  }
}

/** Reads the parameters where this kind of request carries them. */
export async function readParams(request: Request, url: URL): Promise<MlflowParams> {
  if (request.method === 'GET') {
    const values: Record<string, string[]> = {}
    for (const [key, value] of url.searchParams) (values[key] ??= []).push(value)
    return new MlflowParams(values)
  }
  const text = await request.text()
  if (text !== '' && !(request.headers.get('content-type') ?? '').startsWith('application/json')) {
    throw invalid("Bad Request. Content-Type must be one of ['application/json'].")
  }
  return new MlflowParams(parsed(text))
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrongType(name: string, value: unknown) {
  const type = typeof value === 'number' ? 'int' : typeof value === 'string' ? 'str' : Array.isArray(value) ? 'list' : 'dict'
  return invalid(`Invalid value ${JSON.stringify(value)} for parameter '${name}' supplied:  Hint: Value was of type '${type}'.${hint}`)
}
