import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'
import type { RegisteredJob } from './registered.ts'

const DAY = 86_400

/** Tries after the first, and the seconds before the next: doubled each time, with some chance in it, up to the longest. */
export type Retry = { limit: number; delaySeconds: number; longestSeconds: number; heartbeatSeconds: number }

/** Eight more tries within about four hours: as long as a mail server is away for maintenance. A process that died is noticed by its missing heartbeat. */
const standard: Retry = { limit: 8, delaySeconds: 60, longestSeconds: 3600, heartbeatSeconds: 30 }

export type Queues = { main: string; dead: string }

export const queuesOf = (federationId: string): Queues => ({
  main: `jobs-${federationId}`,
  dead: `jobs-${federationId}-failed`,
})

/** Makes both queues or brings them up to date. Nothing waiting is ever thrown away for its age. */
export async function setUpQueues(boss: PgBoss, queues: Queues, retry: Partial<Retry>): Promise<void> {
  const { limit, delaySeconds, longestSeconds, heartbeatSeconds } = { ...standard, ...retry }
  const dead = { retentionSeconds: 3650 * DAY, deleteAfterSeconds: 30 * DAY }
  const main = {
    deadLetter: queues.dead,
    retryLimit: limit,
    retryDelay: delaySeconds,
    retryBackoff: true,
    retryDelayMax: longestSeconds,
    heartbeatSeconds,
    expireInSeconds: 3600,
    retentionSeconds: 3650 * DAY,
    deleteAfterSeconds: 3 * DAY,
  }
  await boss.createQueue(queues.dead, dead)
  await boss.updateQueue(queues.dead, dead)
  await boss.createQueue(queues.main, { ...main, policy: 'short' })
  await boss.updateQueue(queues.main, main)
}

/** Sets the schedules of `jobs` and takes down those of jobs that are no more. */
export async function setSchedules(boss: PgBoss, queue: string, jobs: readonly RegisteredJob[]): Promise<void> {
  const timed = jobs.filter((job) => job.cron !== undefined)
  for (const { key } of await boss.getSchedules(queue)) {
    if (!timed.some((job) => job.name === key)) await boss.unschedule(queue, key)
  }
  for (const { name, cron = '' } of timed) {
    await boss.schedule(
      queue,
      cron,
      { job: name, data: null },
      { key: name, tz: 'Asia/Shanghai', missed: 'once', singletonKey: `cron#${name}` },
    )
  }
}

/**
 * Takes up again what a killed process was doing. On a server that may be another process still at work, so there the missing heartbeat tells
 * (within a minute); the embedded database has had no other process, so nothing that claims to run does.
 */
export async function takeUpAgain(db: Database, boss: PgBoss, queue: string): Promise<void> {
  if (!db.pglite) return boss.supervise(queue)
  const { rows } = await sql<{
    id: string
  }>`select id from pgboss.job where name = ${queue} and state = 'active'`.execute(db.owner)
  if (rows.length > 0)
    await boss.fail(
      queue,
      rows.map((row) => row.id),
      { message: 'the process ended while it ran' },
    )
}
