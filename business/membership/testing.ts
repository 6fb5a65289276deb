import { uuidv7 } from 'uuidv7'
import { type SmallPerson, small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import type { Contract } from '../../kernel/contract/contract.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { createJobs } from '../../kernel/jobs/jobs.ts'
import { lineJobs } from '../../kernel/jobs/registered.ts'
import type { Line } from '../../kernel/line.ts'
import { makeIdNumber } from '../../kernel/people/identity.ts'
import { sealField } from '../../kernel/people/sealed.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

let nth = 100

/** A document number of somebody born on a day, another each time. */
export const numberOf = (birthOn = '1990-05-01'): string => makeIdNumber({ region: '440307', birthOn, sequence: nth++ })

/** What a rider without a firm says of the work. */
export const riding = { newFormKind: 'food_rider', street: small.pinghu.path, livesOnWages: true } as const

/** The small district with applications and the other line they lead to, its people at work and its jobs. */
export async function openMembership<C extends Contract>(transfers: Line, transfersContract: C) {
  const district = await openSmall([line, transfers])
  const { db, clock, house } = district
  const jobs = createJobs({ db, federationId: small.federationId, clock, isManual: true })
  const registered = lineJobs(house)
  await jobs.start(registered)
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const transfersAs = (actor: Actor) => district.as(actor, transfers, transfersContract)

  /** What the schedule would do at this moment of the clock. */
  async function runJobs(): Promise<void> {
    for (const name of ['membership.watch', 'transfers.silence'])
      await registered.find((job) => job.name === name)?.run(null, async () => {})
    const { failed } = await jobs.runDue()
    if (failed > 0) throw new Error(`${failed} jobs failed`)
  }

  /** Somebody who has just signed in by phone: the registry knows the phone and nothing else. */
  async function newcomer(phone = '13900139000'): Promise<SmallPerson> {
    const id = uuidv7()
    const sealed = sealField(house.sealer, 'phone', id, phone)
    await db.owner
      .insertInto('persons')
      .values({
        federation_id: small.federationId,
        id,
        org_path: '440307.',
        name: '未登记姓名',
        id_kind: 'unknown',
        sex: 'unknown',
        phone_sealed: sealed.sealed,
        phone_index: sealed.index,
        collected_on: '2026-03-02',
      })
      .execute()
    const actor: Actor = { ...small.riderChen.actor, personId: id, accountId: uuidv7(), name: '未登记姓名' }
    return { ...small.riderChen, id, phone, actor }
  }

  const figure = async (name: string, orgPath = '440307.') =>
    (
      await inTransaction(db, standingOf(small.officerWang.actor), (tx) =>
        total(tx, line, name, yearWindow('440307', orgPath, 2026)),
      )
    ).value
  const person = (id: string) =>
    db.owner.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const matter = (id: string) =>
    db.owner.selectFrom('membership').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const noticesOf = (id: string) =>
    db.owner.selectFrom('notices').select(['title', 'body', 'record_id']).where('recipient_id', '=', id).execute()

  const close = async () => {
    await jobs.stop()
    await district.close()
  }
  return { district, line, contract, as, transfersAs, runJobs, newcomer, figure, person, matter, noticesOf, close }
}
