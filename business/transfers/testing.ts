import { small } from '../../district/small.ts'
import { MONDAY, openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { createJobs } from '../../kernel/jobs/jobs.ts'
import { lineJobs } from '../../kernel/jobs/registered.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

/** 刘洋 works at the factory in 平湖, whose chair is 赵国栋; he moves to the optics firm in 龙城, whose chair is 钱玉芬. */
export const unions = {
  factory: small.factory.union ?? raise(),
  optics: small.optics.union ?? raise(),
  station: small.station.union ?? raise(),
}

function raise(): never {
  throw new Error('the small district has lost a union')
}

const touched = [
  'case_events',
  'deadlines',
  'transfers',
  'cases',
  'notices',
  'past_memberships',
  'jobs_outbox',
  'idempotency_keys',
] as const

/** The small district with transfers, its people at work and its jobs. */
export async function openTransfers() {
  const district = await openSmall([line])
  const { db, clock, house } = district
  const jobs = createJobs({ db, federationId: small.federationId, clock, isManual: true })
  const registered = lineJobs(house)
  await jobs.start(registered)
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })

  /** What the schedule would do at this moment of the clock. */
  async function runJobs(): Promise<void> {
    await registered.find((job) => job.name === 'transfers.silence')?.run(null, async () => {})
    const { failed } = await jobs.runDue()
    if (failed > 0) throw new Error(`${failed} jobs failed`)
  }

  const figure = async (name: string, orgPath = '440307.') =>
    (
      await inTransaction(db, standingOf(small.officerWang.actor), (tx) =>
        total(tx, line, name, yearWindow('440307', orgPath, 2026)),
      )
    ).value

  const person = (id: string) =>
    db.owner.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const pasts = (id: string) =>
    db.owner.selectFrom('past_memberships').selectAll().where('person_id', '=', id).orderBy('from_on').execute()

  const members = await db.owner.selectFrom('persons').selectAll().where('membership', '<>', 'none').execute()

  /** Everything as on the first morning. */
  async function reset(): Promise<void> {
    clock.set(MONDAY)
    await asOwner(db, async (tx) => {
      for (const table of touched) await tx.deleteFrom(table).execute()
      for (const { id, membership, union_id, member_since, joined_on, org_path, enterprise_id } of members) {
        const first = { membership, union_id, member_since, joined_on, org_path, enterprise_id, left_on: null }
        await tx.updateTable('persons').set(first).where('id', '=', id).execute()
      }
    })
  }

  const close = async () => {
    await jobs.stop()
    await district.close()
  }
  return {
    district,
    as,
    liu: () => as(small.workerLiu.actor),
    zhao: () => as(small.chairZhao.actor),
    qian: () => as(small.chairQian.actor),
    runJobs,
    figure,
    person,
    pasts,
    reset,
    close,
  }
}
