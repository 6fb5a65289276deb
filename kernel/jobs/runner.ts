import { sql } from 'kysely'
import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import type { Waiting } from './outbox.ts'
import type { RegisteredJob } from './registered.ts'

/** What happened that an operator may want to read; holds names of jobs and reasons, never data. */
export type JobEvent = { level: 'info' | 'warn' | 'error'; job?: string; message: string }

export type Payload = { job: string; data: unknown }
export type Claimed = JobWithMetadata<Payload>
type Registered = () => ReadonlyMap<string, RegisteredJob>

const Settled = z.object({ affected: z.number() })

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Puts wishes into the queue, inside the transaction that takes them out of the outbox. */
export async function enqueue(boss: PgBoss, queue: string, tx: Tx, due: Waiting[]): Promise<void> {
  const jobs = due.map((wish) => ({
    id: wish.id,
    data: { job: wish.job, data: wish.data } satisfies Payload,
    singletonKey: keyOf(wish),
  }))
  await boss.insert(queue, jobs, { db: fromKysely(tx) })
}

/** A key makes one of several waiting wishes; without one each stands for itself. */
const keyOf = (wish: Waiting): string => (wish.key === null ? `#${wish.id}` : `${wish.job}#${wish.key}`)

/** Runs one claimed job by its name. @throws what the job throws, after saying so to `log` */
export const runnerOf = (boss: PgBoss, queue: string, registered: Registered, log: (event: JobEvent) => void) =>
  async function run(job: Claimed): Promise<void> {
    const found = registered().get(job.data.job)
    try {
      if (!found) throw new Error(`there is no job named ${job.data.job}`)
      await found.run(job.data.data, (tx) => settle(boss, queue, tx, job))
    } catch (error) {
      log({ level: 'warn', job: job.data.job, message: `try ${job.retryCount + 1} failed: ${messageOf(error)}` })
      throw error
    }
  }

/** Done, in the job's own transaction, which the owner of the queue ends: the application role may not touch it. */
async function settle(boss: PgBoss, queue: string, tx: Tx, job: Claimed): Promise<void> {
  await sql`set local role none`.execute(tx)
  const answer = await boss.complete(queue, job, null, { db: fromKysely(tx) })
  if (Settled.parse(answer).affected !== 1) throw new Error('another process has taken this job over')
}

/** Runs one claimed job and tells the queue how it ended. */
export async function runOnce(
  boss: PgBoss,
  queue: string,
  job: Claimed,
  run: (job: Claimed) => Promise<void>,
): Promise<'done' | 'failed'> {
  try {
    await run(job)
    await boss.complete(queue, job)
    return 'done'
  } catch (error) {
    await boss.fail(queue, job, { message: messageOf(error) })
    return 'failed'
  }
}
