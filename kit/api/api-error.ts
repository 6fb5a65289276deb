export interface FieldProblem {
  /** Where in the input: note, or holidays.0. */
  path: string
  message: string
}

/**
 * What was asked for was refused or did not arrive: the HTTP status, a sentence that says what to do, and what the server adds to it.
 * Status 0 means that no answer came: offline, or too slow.
 */
export class ApiError extends Error {
  readonly status: number
  readonly details: unknown

  constructor(status: number, message: string, details?: unknown) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.details = details
  }
}

/** The fields at fault of a refused input; empty for every other error. */
export function fieldProblems(error: unknown): FieldProblem[] {
  if (!(error instanceof ApiError) || typeof error.details !== 'object' || error.details === null) return []
  const { fields } = error.details as { fields?: unknown }
  return Array.isArray(fields) ? (fields as FieldProblem[]) : []
}

/** The sentence to show for any error. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : '这一步没有办成，您填的内容还在，请再试一次。'
