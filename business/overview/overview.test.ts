import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SmallPerson, small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { openDocument } from '../../kernel/documents/documents.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { perform } from '../../kernel/http/perform.ts'
import { contract as figuresContract } from '../../kernel/indicators/contract.ts'
import { line as figures } from '../../kernel/indicators/line.ts'
import { contract as appealsContract } from '../appeals/contract.ts'
import { line as appeals } from '../appeals/line.ts'
import { wages } from '../appeals/testing.ts'
import { openUnions, unionOf } from '../unions/testing.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

const { firms } = small
let room: Awaited<ReturnType<typeof openUnions>>
beforeAll(async () => {
  room = await openUnions(appeals, figures, line)
  for (let i = 0; i < 5; i++) await raise()
})
afterAll(() => room.district.close())

const as = (person: SmallPerson) => room.district.as(person.actor, line, contract)
const wang = () => as(small.officerWang)
const li = () => as(small.officerLi)
const appealsOf = (person: SmallPerson) => room.district.as(person.actor, appeals, appealsContract)
const raise = () => appealsOf(small.riderZhang).receive(wages)
const at = async (days: number, work: () => Promise<void>) => {
  room.district.clock.advance({ days })
  await work().finally(() => room.district.clock.set(MONDAY))
}
const statements = async (name: string, input: object): Promise<number> => {
  let n = 0
  await perform(room.district.house, line, name, input, {
    actor: small.officerWang.actor,
    count: (count) => (n = count),
  })
  return n
}
async function overhead(): Promise<number> {
  let n = 0
  await inTransaction(room.district.db, standingOf(small.officerWang.actor), async () => {}, {
    readOnly: true,
    count: (count) => (n = count),
  })
  return n
}

describe('what is late', () => {
  test('is what the list of the line shows as late, and nothing while the clocks run', async () => {
    const fresh = await wang().late({})
    expect(fresh.total).toEqual({ late: 0, legal: 0, soon: 5 })
    await at(20, async () => {
      const late = await wang().late({})
      const listed = await appealsOf(small.officerWang).list({ lateOnly: true })
      expect(late.total).toMatchObject({ late: listed.rows.length, soon: 0 })
      expect(late.lines).toMatchObject([{ line: 'appeals', title: '职工诉求', late: 5 }])
      const own = await wang().matters({ line: 'appeals' })
      expect(own.rows.map(({ id }) => id).sort()).toEqual(listed.rows.map(({ id }) => id).sort())
    })
  })

  test('is told by street in official order, with those that have nothing, and sums to the whole', async () => {
    await at(20, async () => {
      const { places, total } = await wang().late({})
      const streets = await asOwner(room.district.db, (tx) =>
        tx
          .selectFrom('orgs')
          .select('short_name')
          .where('federation_id', '=', '440307')
          .where('kind', '=', 'street')
          .orderBy('sort')
          .execute(),
      )
      expect(places.map(({ name }) => name)).toEqual(streets.map((street) => street.short_name))
      expect(places.reduce((sum, { late }) => sum + late, 0)).toBe(total.late)
      expect(places.find(({ path }) => path === small.pinghu.path)).toMatchObject({ late: 5 })
      const street = await wang().late({ place: small.pinghu.path })
      expect(street.total).toEqual(total)
      expect(street.places.reduce((sum, { late }) => sum + late, 0)).toBe(total.late)
    })
  })

  test('past a legal limit is told apart, and each count opens to that many matters', async () => {
    await at(20, async () => {
      const { total } = await wang().late({})
      const legal = await wang().matters({ when: 'legal' })
      expect(legal.rows).toHaveLength(total.legal)
      expect(legal.rows.every(({ isLegal }) => isLegal)).toBe(true)
      const { rows } = await wang().matters({})
      expect(rows.filter(({ isLegal }) => isLegal)).toHaveLength(total.legal)
      expect((await wang().matters({ when: 'soon' })).rows).toEqual([])
    })
    expect((await wang().matters({ when: 'soon' })).rows).toHaveLength(5)
  })

  test('ends when the matter goes on, stands still, or is closed', async () => {
    const { id } = await raise()
    await at(20, async () => {
      const before = (await wang().late({})).total.late
      await appealsOf(small.officerLi).decline({ id, note: '已向劳动监察投诉' })
      expect((await wang().late({})).total.late).toBe(before - 1)
    })
  })

  test('comes in pages that neither repeat nor lose one, the longest overdue first', async () => {
    await at(20, async () => {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await wang().matters({ limit: 2, after })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after)
      const { rows } = await wang().matters({ limit: 200 })
      expect(seen).toEqual(rows.map(({ id }) => id))
      expect(new Set(seen).size).toBe(5)
      expect(rows[0]).toMatchObject({
        lineTitle: '职工诉求',
        stateTitle: '已接报',
        place: expect.stringContaining('社区'),
      })
    })
    await expect(wang().matters({ after: "' or 1=1" })).rejects.toMatchObject({ status: 400 })
  })

  test('costs the same few statements, however much it is', async () => {
    expect(await statements('late', {})).toBe(2 + (await overhead()))
    expect(await statements('matters', {})).toBe(1 + (await overhead()))
  })
})

describe('reach', () => {
  test('a union sees its own and what is below, nobody another’s', async () => {
    expect((await li().late({})).total.soon).toBe(5)
    expect((await as(small.officerYe).late({})).total).toEqual({ late: 0, legal: 0, soon: 0 })
    expect((await as(small.officerYe).matters({ when: 'soon' })).rows).toEqual([])
    for (const ask of [
      () => li().late({ place: small.jihua.path }),
      () => li().matters({ place: small.jihua.path }),
      () => li().risks({ place: small.jihua.path, year: 2026 }),
      () => li().export({ place: small.jihua.path, code: 'appeals.received', period: '2026', reason: '月度分析' }),
    ])
      await expect(ask()).rejects.toMatchObject({ status: 403 })
  })

  test('who handles single matters and who administers sees no overview', async () => {
    for (const person of [small.mediatorLin, small.systemAdmin, small.riderZhang])
      await expect(as(person).late({})).rejects.toMatchObject({ status: 403 })
  })

  test('the chapters name the lines that own figures', async () => {
    expect(await wang().chapters({})).toEqual([
      { slug: 'rights', title: '维权', lines: [{ slug: 'appeals', title: '职工诉求' }] },
      { slug: 'organising', title: '组建', lines: [{ slug: 'unions', title: '工会台账' }] },
    ])
  })
})

describe('what runs out soon', () => {
  test('is what the register of unions lists as such', async () => {
    await room.begin(firms.factory, '2021-05-01')
    await room.begin(firms.logistics, '2024-05-01')
    await room.certify(firms.factory, 'A1', '2021-05-01', '2026-05-01')
    const { expiring } = await wang().risks({ year: 2026 })
    const soon = async (asked: object) => (await room.wang().unions(asked)).rows.map(({ id }) => id)
    expect(await soon({ term: 'soon' })).toEqual([unionOf(firms.factory).id])
    expect(expiring).toMatchObject([
      { kind: 'term', count: (await soon({ term: 'soon' })).length },
      { kind: 'certificate', count: (await soon({ certificate: 'soon' })).length },
    ])
    const elsewhere = await as(small.officerYe).risks({ year: 2026 })
    expect(elsewhere.expiring.map(({ count }) => count)).toEqual([0, 0])
  })
})

describe('the records behind a figure as a sheet', () => {
  const asked = { code: 'appeals.received', period: '2026', reason: '月度分析用表', format: 'csv' } as const

  test('are those of the screen, with the reason in the audit and no word of the story', async () => {
    const { documentId, rows, name } = await li().export(asked)
    const { rows: shown } = await room.district
      .as(small.officerLi.actor, figures, figuresContract)
      .records({ code: asked.code, period: asked.period, limit: 200 })
    expect([rows, name]).toEqual([shown.length, '接报职工诉求_2026年_记录_2026-03-02.csv'])
    const text = await textOf(documentId, small.officerLi)
    for (const { number } of shown) expect(text).toContain(number)
    expect(text).toContain('李敏')
    for (const secret of [wages.contactPhone, wages.contactName]) expect(text).not.toContain(secret)
    const audit = await asOwner(room.district.db, (tx) =>
      tx.selectFrom('audit_log').select('reason').where('action', '=', 'overview.export').execute(),
    )
    expect(audit.map(({ reason }) => reason)).toContainEqual(expect.stringContaining(`${rows} 行：月度分析用表`))
  })

  test('need a figure, a reason and something to export', async () => {
    await expect(li().export({ ...asked, code: 'appeals.nothing' })).rejects.toMatchObject({ status: 404 })
    await expect(li().export({ ...asked, reason: ' ' })).rejects.toMatchObject({ status: 400 })
    await expect(li().export({ ...asked, period: '2019' })).rejects.toMatchObject({ status: 422 })
    await expect(li().export({ ...asked, period: 'soon' })).rejects.toMatchObject({ status: 400 })
  })
})

async function textOf(documentId: string, person: SmallPerson): Promise<string> {
  const { house, db } = room.district
  return inTransaction(db, standingOf(person.actor), async (tx) => {
    const { stream } = await openDocument(newCtx(house, person.actor, tx), documentId)
    return Buffer.concat(await stream.toArray()).toString()
  })
}
