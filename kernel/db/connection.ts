import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'

export type Answer = { rows: unknown[]; affected: number | undefined; command: string | undefined }
export type Run = (sql: string, parameters: readonly unknown[]) => Promise<Answer>

/**
 * One database connection, whichever engine stands behind it. It counts its statements and remembers that one failed: PostgreSQL answers COMMIT of an
 * aborted transaction with ROLLBACK and no error, and an acknowledged row would be lost.
 */
export class Connection implements DatabaseConnection {
  statements = 0
  hasFailed = false
  /** To be closed instead of given back. */
  isBroken = false
  readonly #run: Run

  constructor(run: Run) {
    this.#run = run
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.run(query.sql, query.parameters)
    return { rows: rows as R[], numAffectedRows: affected === undefined ? undefined : BigInt(affected) }
  }

  async run(sql: string, parameters: readonly unknown[] = []): Promise<Answer> {
    this.statements += 1
    try {
      return await this.#run(sql, parameters)
    } catch (error) {
      this.hasFailed = true
      throw error
    }
  }

  async begin(opening = 'BEGIN'): Promise<void> {
    this.hasFailed = false
    await this.run(opening)
  }

  async commit(): Promise<void> {
    if (this.hasFailed) {
      await this.rollback()
      throw new Error('a statement of this transaction failed; it was rolled back')
    }
    await this.run('COMMIT')
  }

  /** Never throws: what went wrong before matters more, and a connection that cannot even roll back is not used again. */
  async rollback(): Promise<void> {
    await this.#run('ROLLBACK', []).catch(() => {
      this.isBroken = true
    })
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('read in pages instead of streaming')
  }
}
