import type { Actor } from './access/actor.ts'
import type { DeadlineRule } from './calendar/deadlines.ts'
import type { Calendar } from './calendar/holidays.ts'
import type { Sealer } from './crypto/seal.ts'
import type { Database, Tx } from './db/database.ts'
import type { FileStore } from './documents/store.ts'
import type { Line } from './line.ts'

/** The parts that outlive a request, put together once by a front door (or by a test). */
export type House = {
  db: Database
  federationId: string
  lines: readonly Line[]
  sealer: Sealer
  files: FileStore
  clock: () => string
  calendar: Calendar
  /** Deadline rules of all lines with the administrator's dated versions. */
  rules: readonly DeadlineRule[]
  /** Reads rules and calendar anew, after a parameter was edited. */
  refresh: () => Promise<void>
  /** Enqueues inside the open transaction. */
  later: (tx: Tx, job: string, data: unknown, options?: { startAfter?: string; key?: string }) => Promise<void>
}

/** What a handler holds: the open transaction, who acts, and when. */
export type Ctx = {
  tx: Tx
  actor: Actor
  /** ISO instant, the same throughout the action. */
  now: string
  /** The day in Asia/Shanghai. */
  today: string
  house: House
  /** What the audit line of this action will say; a handler names the record and the reason. */
  audit: { line: string; recordId: string | null; reason: string }
  /** What the action worked out before its transaction, see `preparedBy`. */
  prepared?: unknown
  /** To be done once the action has committed, and only then. */
  afterCommit: (() => Promise<void>)[]
}
