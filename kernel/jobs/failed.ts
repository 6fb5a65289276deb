import type { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { RegisteredJob } from './registered.ts'

/** A job that failed at its last try: what it was, when it was asked for and given up, and why. */
export type FailedJob = {
  id: string
  job: string
  title: string
  askedAt: string
  failedAt: string
  tries: number
  reason: string
}

const Reason = z.object({ message: z.string() })
const Instant = z
  .union([z.date(), z.string()])
  .nullish()
  .transform((value) => (value ? new Date(value).toISOString() : ''))

/** The failed jobs, newest first, 10 000 at most. */
export async function listFailed(
  boss: PgBoss,
  queue: string,
  registered: ReadonlyMap<string, RegisteredJob>,
): Promise<FailedJob[]> {
  const rows = await boss.findJobs<{ job: string }>(queue, { queued: true, limit: 10_000 })
  return rows.reverse().map((row) => ({
    id: row.id,
    job: row.data.job,
    title: registered.get(row.data.job)?.title ?? row.data.job,
    askedAt: Instant.parse(row.sourceCreatedOn),
    failedAt: Instant.parse(row.createdOn),
    tries: (row.sourceRetryCount ?? 0) + 1,
    reason: reasonOf(row.sourceOutput),
  }))
}

/** pg-boss keeps what was thrown as it was, and wraps what it noticed itself. */
function reasonOf(output: unknown): string {
  const outer = Reason.safeParse(output)
  if (outer.success) return outer.data.message
  const wrapped = z.object({ value: Reason }).safeParse(output)
  return wrapped.success ? wrapped.data.value.message : ''
}
