import { writeAudit } from '../audit/audit.ts'
import type { House } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Job } from '../line.ts'
import { asSystem } from './system.ts'

/** Marks the job done inside the open transaction, as its last statement. @throws Error when another process has taken the job over meanwhile */
export type Settle = (tx: Tx) => Promise<void>

/**
 * A job as the runner knows it. `run` opens its own transactions, so that nothing holds the one connection while it talks to a mail server;
 * it may be run again after a kill, unless it calls `settle`. When it throws it is tried again later.
 */
export type RegisteredJob = {
  name: string
  title: string
  cron?: string
  run: (data: unknown, settle: Settle) => Promise<void>
}

/**
 * Wraps a line's job: one transaction as the system, one audit line `job.<name>`, and the job is done in that same transaction, so that a kill
 * at any moment neither loses its effect nor doubles it.
 */
export const lineJob = (house: House, line: string, job: Job): RegisteredJob => ({
  name: job.name,
  title: job.title,
  cron: job.cron,
  run: (data, settle) =>
    asSystem(house, async (ctx) => {
      await job.run(ctx, data)
      await writeAudit(ctx.tx, {
        at: ctx.now,
        actor: ctx.actor,
        action: `job.${job.name}`,
        ...ctx.audit,
        line,
        outcome: 'done',
        ip: '',
      })
      await settle(ctx.tx)
    }),
})

/** The jobs of all lines of the house. */
export const lineJobs = (house: House): RegisteredJob[] =>
  house.lines.flatMap((line) => (line.jobs ?? []).map((job) => lineJob(house, line.slug, job)))

/** By name. @throws Error when two jobs bear one name */
export function byName(jobs: readonly RegisteredJob[]): Map<string, RegisteredJob> {
  const named = new Map(jobs.map((job) => [job.name, job]))
  if (named.size !== jobs.length) {
    const twice = jobs.find((job, i) => jobs.findIndex((other) => other.name === job.name) !== i)
    throw new Error(`two jobs are named ${twice?.name}`)
  }
  return named
}
