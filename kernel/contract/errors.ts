/** An expected refusal: what happened and what to do, in Chinese, with the HTTP status it answers. */
export class Failure extends Error {
  readonly status: number
  readonly details: unknown

  constructor(status: number, message: string, details?: unknown) {
    super(message)
    this.name = 'Failure'
    this.status = status
    this.details = details
  }
}

/**
 * Refuses. 400 malformed, 401 not signed in, 403 not allowed, 404 not there (or out of reach), 409 the state has moved on, 413 too large,
 * 415 wrong kind of file, 422 a rule is broken, 429 too often.
 * @throws Failure always
 */
export function fail(status: number, message: string, details?: unknown): never {
  throw new Failure(status, message, details)
}
