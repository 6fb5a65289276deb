import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { asOwner, inTransaction } from '../db/database.ts'
import { notice } from '../notify/notices.ts'
import { lineJob, type RegisteredJob } from './registered.ts'
import { FEDERATION, type SmallHouse, smallHouse } from './small-house.ts'

let place: SmallHouse
let ran: unknown[] = []
let trouble = ''

const recipientId = uuidv7()
const standing = { federationId: FEDERATION, scope: '', personId: '', accountId: '' }

/** Tells of a permit in an inbox, and fails on demand after having done so. */
const tell = {
  name: 'permits.tell',
  title: '提醒换证',
  async run(ctx: Ctx, data: unknown) {
    ran.push(data)
    await notice(ctx, { recipientId, line: 'permits', recordId: null, title: String(data), body: '' })
    ctx.audit = { line: '', recordId: null, reason: `told ${String(data)}` }
    if (trouble) fail(503, trouble)
  },
}

const steal: RegisteredJob = {
  name: 'permits.steal',
  title: '被别人接手的事',
  async run(data, settle) {
    await sql`update pgboss.job set retry_count = retry_count + 1 where name = ${`jobs-${FEDERATION}`} and state = 'active'`.execute(
      place.db.owner,
    )
    await lineJob(place.house, 'permits', tell).run(data, settle)
  },
}

const ask = (data: unknown, options?: { startAfter?: string; key?: string }, job = tell.name) =>
  inTransaction(place.db, standing, (tx) => place.house.later(tx, job, data, options))

const inbox = async () =>
  (
    await place.db.owner
      .selectFrom('notices')
      .select('title')
      .where('recipient_id', '=', recipientId)
      .orderBy('id')
      .execute()
  ).map((row) => row.title)

beforeAll(async () => {
  place = await smallHouse({ jobs: { retry: { limit: 2 } } })
  await place.jobs.start([lineJob(place.house, 'permits', tell), steal])
})
beforeEach(async () => {
  ran = []
  trouble = ''
  await place.db.owner.deleteFrom('notices').execute()
})
afterAll(() => place.close())

describe('a job for later', () => {
  it('runs once after the transaction that asked for it', async () => {
    await ask('one')
    expect(await place.jobs.runDue()).toEqual({ done: 1, failed: 0 })
    expect(await place.jobs.runDue()).toEqual({ done: 0, failed: 0 })
    expect(await inbox()).toEqual(['one'])
  })

  it('never runs when the transaction that asked for it was rolled back', async () => {
    const asked = inTransaction(place.db, standing, async (tx) => {
      await place.house.later(tx, tell.name, 'never')
      throw new Error('changed my mind')
    })
    await expect(asked).rejects.toThrow('changed my mind')
    await place.jobs.runDue()
    expect(ran).toEqual([])
  })

  it('waits until the hour of the house it was asked for', async () => {
    await ask('tomorrow', { startAfter: '2026-01-06T01:00:00.000Z' })
    await place.jobs.runDue()
    expect(ran).toEqual([])
    place.clock.set('2026-01-06T01:00:00.000Z')
    await place.jobs.runDue()
    expect(ran).toEqual(['tomorrow'])
  })

  it('runs once for several wishes with one key, and again for a wish that comes after', async () => {
    await ask('first', { key: 'a' })
    await ask('second', { key: 'a' })
    await ask('other', { key: 'b' })
    await ask('far', { key: 'a', startAfter: '2027-01-01T00:00:00.000Z' })
    await place.jobs.runDue()
    expect(ran).toEqual(['first', 'other'])
    await ask('after', { key: 'a' })
    await place.jobs.runDue()
    expect(ran).toEqual(['first', 'other', 'after'])
  })

  it('is asked for as well by the owner of the database', async () => {
    await asOwner(place.db, (tx) => place.house.later(tx, tell.name, 'loaded'))
    await place.jobs.runDue()
    expect(ran).toEqual(['loaded'])
  })

  it('leaves a line in the audit log that names the system', async () => {
    await ask('audited')
    await place.jobs.runDue()
    const line = await place.db.owner
      .selectFrom('audit_log')
      .selectAll()
      .where('reason', '=', 'told audited')
      .executeTakeFirst()
    expect(line).toMatchObject({
      action: 'job.permits.tell',
      actor: '系统',
      person_id: null,
      outcome: 'done',
      line: 'permits',
    })
  })
})

describe('the wall around waiting jobs', () => {
  it('lets nobody of the application read them', async () => {
    const read = inTransaction(place.db, standing, (tx) => tx.selectFrom('jobs_outbox').selectAll().execute())
    await expect(read).rejects.toMatchObject({ code: '42501' })
  })

  it('lets nobody ask in the name of another federation', async () => {
    const asked = inTransaction(place.db, { ...standing, federationId: '440306' }, (tx) =>
      place.house.later(tx, tell.name, 'foreign'),
    )
    await expect(asked).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a job that fails', () => {
  it('undoes what it did, is tried again, and is done when it succeeds', async () => {
    trouble = '对方系统维护中'
    await ask('again')
    expect(await place.jobs.runDue()).toEqual({ done: 0, failed: 1 })
    expect(await inbox()).toEqual([])
    trouble = ''
    expect(await place.jobs.runDue()).toEqual({ done: 1, failed: 0 })
    expect(await inbox()).toEqual(['again'])
    expect(await place.jobs.failedJobs()).toEqual([])
  })

  it('lands in the list of the failed after its last try, with the reason, and can be taken up from there', async () => {
    trouble = '对方系统不收'
    await ask('lost')
    for (let turn = 0; turn < 4; turn++) await place.jobs.runDue()
    expect(ran).toHaveLength(3)
    const [failed, ...others] = await place.jobs.failedJobs()
    expect(others).toEqual([])
    expect(failed).toMatchObject({ job: tell.name, title: '提醒换证', tries: 3, reason: '对方系统不收' })
    expect(failed?.failedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    trouble = ''
    expect(await place.jobs.retryFailed(failed?.id ?? '')).toBe(true)
    await place.jobs.runDue()
    expect(await inbox()).toEqual(['lost'])
    expect(await place.jobs.failedJobs()).toEqual([])
  })

  it('commits nothing when another process took it over meanwhile', async () => {
    await ask('stolen', {}, steal.name)
    expect(await place.jobs.runDue()).toEqual({ done: 0, failed: 1 })
    expect(ran).toEqual(['stolen'])
    expect(await inbox()).toEqual([])
  })

  it('is not lost when nothing bears its name any more', async () => {
    await ask('orphan', {}, 'permits.gone')
    for (let turn = 0; turn < 3; turn++) await place.jobs.runDue()
    expect((await place.jobs.failedJobs()).map((job) => job.job)).toContain('permits.gone')
  })
})

it('two jobs may not bear one name', async () => {
  await expect(place.jobs.start([steal, steal])).rejects.toThrow('two jobs are named permits.steal')
})
