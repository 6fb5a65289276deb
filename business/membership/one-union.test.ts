import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { addDays, dayOf } from '../../kernel/calendar/days.ts'
import { contract as transfersContract } from '../transfers/contract.ts'
import { line as transfers } from '../transfers/line.ts'
import { numberOf, openMembership, riding } from './testing.ts'

const open = () => openMembership(transfers, transfersContract)
let room: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  room = await open()
})
afterAll(() => room.close())

const firms = [small.station.id, small.factory.id, small.hardware.id]
const act = fc.record({
  do: fc.constantFrom('apply', 'applyPool', 'decide', 'decline', 'answerTransfer', 'leave', 'place', 'wait'),
  firm: fc.constantFrom(...firms),
})
type Act = { do: string; firm: string }

/** The days somebody was a full member of a union, as spans from and to; null while it lasts. */
async function stints(personId: string) {
  const pasts = await room.district.db.owner
    .selectFrom('past_memberships')
    .select(['union_id', 'from_on', 'to_on'])
    .where('person_id', '=', personId)
    .execute()
  const { membership, union_id, member_since } = await room.person(personId)
  const present =
    membership === 'none' ? [] : [{ union_id: union_id ?? '', from_on: member_since ?? '', to_on: '9999-12-31' }]
  return [...pasts, ...present].filter(({ from_on, to_on }) => from_on < to_on)
}

const findOpen = (table: 'membership' | 'transfers', personId: string) =>
  room.district.db.owner
    .selectFrom(table)
    .select(['id', 'state'])
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()

/** One act by whoever may take it; what is refused changes nothing. */
async function take(
  one: Act,
  who: { id: string; actor: typeof small.riderChen.actor },
  idNumber: string,
): Promise<void> {
  const me = room.as(who.actor)
  const li = room.as(small.officerLi.actor)
  const matter = await findOpen('membership', who.id)
  const union = small.station.union?.id ?? ''
  if (one.do === 'apply') await me.apply({ enterpriseId: one.firm, livesOnWages: true, name: '某人', idNumber })
  if (one.do === 'applyPool') await me.apply({ ...riding, name: '某人', idNumber })
  if (one.do === 'decide' && matter)
    await (one.firm === firms[0] ? li.pool(matter) : li.approve({ ...matter, unionId: union }))
  if (one.do === 'decline' && matter) await li.decline({ id: matter.id, reason: 'other', note: '试' })
  if (one.do === 'place') await li.place({ personId: who.id, unionId: union })
  if (one.do === 'leave') await room.transfersAs(who.actor).leave({})
  const transfer = await findOpen('transfers', who.id)
  if (one.do === 'answerTransfer' && transfer) {
    const officer = room.transfersAs(small.officerWang.actor)
    await (transfer.state === 'releasing' ? officer.release({ id: transfer.id }) : officer.accept({ id: transfer.id }))
  }
}

test('whatever is asked, decided, moved and left in whatever order, nobody is in two unions on one day', async () => {
  let nth = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
      room.district.clock.set(MONDAY)
      const who = await room.newcomer(`139${String(10_000_000 + nth++)}`)
      const idNumber = numberOf()
      for (const one of acts) {
        room.district.clock.advance({ hours: one.do === 'wait' ? 72 : 7 })
        await take(one, who, idNumber).catch((error: { status?: number }) => expect(error.status).toBeLessThan(500))
      }
      const all = await stints(who.id)
      const last = addDays(dayOf(room.district.clock()), 1)
      for (let day = dayOf(MONDAY); day < last; day = addDays(day, 1))
        expect(all.filter(({ from_on, to_on }) => from_on <= day && day < to_on).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 25 },
  )
}, 120_000)
