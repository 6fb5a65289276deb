import { setTimeout as sleep } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import type { House } from '../ctx.ts'
import type { Database } from '../db/database.ts'
import { bossOn } from './boss.ts'
import { type FailedJob, listFailed } from './failed.ts'
import { addToOutbox, isAnythingDue, moveDue } from './outbox.ts'
import { queuesOf, type Retry, setSchedules, setUpQueues, takeUpAgain } from './queues.ts'
import { byName, type RegisteredJob } from './registered.ts'
import { type Claimed, enqueue, type JobEvent, messageOf, type Payload, runnerOf, runOnce } from './runner.ts'

export type JobsOptions = {
  db: Database
  federationId: string
  clock: () => string
  log?: (event: JobEvent) => void
  retry?: Partial<Retry>
  /** How long a stop waits for what is running, in seconds; 10 unless given. */
  stopSeconds?: number
  /** Without timers: nothing runs but by `runDue`. For tests and the command line. */
  isManual?: boolean
}

export type Jobs = {
  /** For `House.later`: in the open transaction, so that what is rolled back never runs. Works before and without `start`. */
  later: House['later']
  /**
   * Takes up work: makes the queue, sets the schedules (cron in Asia/Shanghai; what was missed while switched off is made up once), and takes up
   * again what a killed process left. One per embedded database. @throws Error when two jobs bear one name
   */
  start(jobs: readonly RegisteredJob[]): Promise<void>
  /** Runs what is due now, each job at most once, failed ones again without waiting. */
  runDue(): Promise<{ done: number; failed: number }>
  /** Jobs that failed for good, newest first. */
  failedJobs(): Promise<FailedJob[]>
  /** Gives one of them another full set of tries. @returns whether it was there */
  retryFailed(id: string): Promise<boolean>
  /** Takes up nothing new, waits for what runs; what does not end in time is taken up again by the next start. */
  stop(): Promise<void>
}

/**
 * Work without a person: later, on a schedule, again when it failed. One queue of pg-boss per federation, whatever the number of jobs, so that an idle
 * house asks no more of the database when lines are added. Wishes go through an outbox of our own (see `addToOutbox`) and come out by `options.clock`.
 */
export function createJobs(options: JobsOptions): Jobs {
  const { db, federationId, clock, log = () => {}, isManual = false } = options
  const queues = queuesOf(federationId)
  const boss = listenTo(bossOn(db, isManual), log)
  let registered: ReadonlyMap<string, RegisteredJob> = new Map()
  let stopPump: () => Promise<void> = async () => {}
  const run = runnerOf(boss, queues.main, () => registered, log)
  const isDue = () => isAnythingDue(db, federationId, clock())
  const move = () => moveDue(db, federationId, clock(), (tx, due) => enqueue(boss, queues.main, tx, due))
  return {
    later: (tx, job, data, wish = {}) => addToOutbox(tx, federationId, clock(), job, data, wish),
    async start(jobs) {
      registered = byName(jobs)
      await boss.start()
      await setUpQueues(boss, queues, options.retry ?? {})
      await takeUpAgain(db, boss, queues.main)
      if (isManual) return
      await setSchedules(boss, queues.main, jobs)
      const wake = await work(boss, queues.main, db.pglite ? 2 : 4, run)
      stopPump = pump(isDue, move, wake, log)
    },
    async runDue() {
      if (!db.pglite) await boss.supervise(queues.main)
      return runAll(boss, queues.main, { isDue, move, run })
    },
    failedJobs: () => listFailed(boss, queues.dead, registered),
    retryFailed: async (id) => (await boss.redrive(queues.dead, { ids: [id] })) > 0,
    async stop() {
      await stopPump()
      await boss.stop({ graceful: true, timeout: (options.stopSeconds ?? 10) * 1000 })
    },
  }
}

function listenTo(boss: PgBoss, log: (event: JobEvent) => void): PgBoss {
  boss.on('error', (error) => log({ level: 'error', message: error.message }))
  boss.on('warning', (warning) => log({ level: 'warn', message: warning.message }))
  return boss
}

/** Starts the workers; one that had something to do looks again at once, or a hundred mails would take minutes. @returns what makes all look at once */
async function work(
  boss: PgBoss,
  queue: string,
  hands: number,
  run: (job: Claimed) => Promise<void>,
): Promise<() => void> {
  const ids: string[] = []
  for (let hand = 0; hand < hands; hand++) {
    const options = { includeMetadata: true, pollingIntervalSeconds: 2 } as const
    ids[hand] = await boss.work<Payload, void, typeof options>(queue, options, async ([job]) => {
      boss.notifyWorker(ids[hand] ?? '')
      if (job) await run(job)
    })
  }
  return () => {
    for (const id of ids) boss.notifyWorker(id)
  }
}

/** Once a second, as long as there is something to move. @returns what ends it */
function pump(
  isDue: () => Promise<boolean>,
  move: () => Promise<number>,
  wake: () => void,
  log: (event: JobEvent) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        while (!stopping.signal.aborted && (await isDue()) && (await move()) > 0) wake()
      } catch (error) {
        log({ level: 'error', message: `outbox: ${messageOf(error)}` })
      }
      await sleep(1000, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return () => {
    stopping.abort()
    return running
  }
}

type Steps = { isDue: () => Promise<boolean>; move: () => Promise<number>; run: (job: Claimed) => Promise<void> }

async function runAll(
  boss: PgBoss,
  queue: string,
  { isDue, move, run }: Steps,
): Promise<{ done: number; failed: number }> {
  const count = { done: 0, failed: 0 }
  do {
    await move()
    for (const job of await boss.fetch<Payload>(queue, {
      includeMetadata: true,
      ignoreStartAfter: true,
      batchSize: 1000,
    })) {
      count[await runOnce(boss, queue, job, run)] += 1
    }
  } while (await isDue())
  return count
}
