import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { defineLine } from '../../kernel/line.ts'
import { indicators } from '../organising/indicators.ts'
import { line } from './line.ts'
import { openCoverage, TODAY } from './testing.ts'

let room: Awaited<ReturnType<typeof openCoverage>>
beforeAll(async () => {
  room = await openCoverage()
})
afterAll(() => room.district.close())

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
const { firms } = small

describe('the lists behind the rates', () => {
  test('name the firms with and without a union, largest first, with the union and its form', async () => {
    const { rows } = await room.wang().firms({ band: '25-99' })
    expect(names(rows)).toEqual([firms.printing.name, firms.freight.name, firms.school.name])
    expect(rows[0]).toMatchObject({
      standing: 'uncovered',
      headcount: 60,
      countedOn: '2026-02-20',
      unionName: null,
      members: 0,
    })
    const joint = await room.wang().firms({ standing: 'covered', form: 'joint' })
    expect(names(joint.rows)).toEqual([firms.hardware.name, firms.clinic.name])
    expect(joint.rows[0]?.unionName).toContain('联合工会')
    const pinghu = await room.wang().firms({ standing: 'covered', place: small.pinghu.path })
    expect(names(pinghu.rows)).toEqual([
      firms.factory.name,
      firms.logistics.name,
      firms.plastics.name,
      firms.station.name,
      firms.hardware.name,
    ])
  })

  test('come in pages that neither repeat nor lose one', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await room.wang().firms({ standing: 'covered', limit: 2, after })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(12)
    expect(seen).toEqual((await room.wang().firms({ standing: 'covered' })).rows.map((row) => row.id))
    await expect(room.wang().firms({ after: 'x' })).rejects.toMatchObject({ status: 400 })
  })

  test('say who is left out: 列入不计, 人数过期', async () => {
    const id = await room.excluded(firms.station)
    expect((await room.wang().firms({ standing: 'excluded' })).rows).toMatchObject([
      { name: firms.station.name, exclusionId: id },
    ])
    expect((await room.wang().firms({ standing: 'stale' })).rows).toEqual([])
    room.district.clock.set('2027-05-01T01:00:00.000Z')
    expect((await room.wang().firms({ standing: 'stale' })).rows).toHaveLength(15)
    room.district.clock.set('2026-03-02T01:00:00.000Z')
    await room.li().lift({ id, note: '试过了' })
  })

  test('are exported with a reason that the audit keeps, without anybody’s name', async () => {
    const { name, rows } = await room.li().export({ standing: 'uncovered', reason: '开建会推进会' })
    expect([name, rows]).toEqual([`未建会企业名单_截至${TODAY}_${TODAY}.xlsx`, 1])
    await expect(room.clerk().export({ reason: '看看' })).rejects.toMatchObject({ status: 403 })
    await expect(room.li().export({ standing: 'settling', reason: '看看' })).rejects.toMatchObject({ status: 422 })
    const audit = await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('audit_log')
        .select('reason')
        .where('action', '=', 'coverage.export')
        .where('outcome', '=', 'done')
        .execute(),
    )
    expect(audit.map(({ reason }) => reason)).toEqual([expect.stringContaining('1 行：开建会推进会')])
  })

  test('take the same few statements, however many firms there are', async () => {
    const statements = async (name: string, input: object) => {
      let n = 0
      await perform(room.district.house, line, name, input, {
        actor: small.officerWang.actor,
        count: (count) => (n = count),
      })
      return n
    }
    expect(await statements('rates', {})).toBe(3 + (await overhead()))
    for (const name of ['trend', 'firms', 'watch', 'exclusions'])
      expect(await statements(name, {}), name).toBe(1 + (await overhead()))
  })
})

/** What opening and closing a transaction count for. */
async function overhead(): Promise<number> {
  let n = 0
  await inTransaction(room.district.db, standingOf(small.officerWang.actor), async () => {}, {
    readOnly: true,
    count: (count) => (n = count),
  })
  return n
}

describe('the numbers agree with each other', () => {
  test('the trend says of each month’s end what the rates say of that day', async () => {
    await room.count(firms.software, 80, '2026-01-15')
    const trend = await room.wang().trend({})
    expect(trend).toHaveLength(12)
    for (const { on, large, middle } of trend) {
      const { bands } = await room.wang().rates({ on })
      expect(bands).toMatchObject([
        { band: '100+', ...large },
        { band: '25-99', ...middle },
      ])
    }
    expect(trend.at(-1)).toMatchObject({ on: TODAY, large: { base: 7, covered: 7 }, middle: { base: 8, covered: 5 } })
  })

  test('the streets add up to the district, the lists to the parts', async () => {
    const { bands, places } = await room.wang().rates({})
    const sum = (of: 'large' | 'middle', part: 'base' | 'covered') =>
      places.reduce((n, place) => n + place[of][part], 0)
    expect(bands).toMatchObject([
      { base: sum('large', 'base'), covered: sum('large', 'covered'), single: 7, joint: 0 },
      { base: sum('middle', 'base'), covered: sum('middle', 'covered'), single: 3, joint: 2 },
    ])
  })

  test('the figures of 建会 and 建会覆盖 count the same firms', async () => {
    const organising = defineLine({ ...line, slug: 'organising', indicators })
    const value = (of: typeof line, name: string) =>
      inTransaction(room.district.db, standingOf(small.officerWang.actor), (tx) =>
        total(tx, of, name, yearWindow('440307', '440307.', 2026)),
      )
    expect(await value(organising, 'coverage100')).toMatchObject({ value: 100, numerator: 7, denominator: 7 })
    expect(await value(organising, 'coverage25')).toMatchObject({ value: 62.5, numerator: 5, denominator: 8 })
    expect((await value(line, 'uncovered25')).value).toBe(3)
    expect((await value(line, 'uncovered100')).value).toBe(0)
  })

  test('a union that moves to another community was founded once', async () => {
    const founded = async () => {
      const organising = defineLine({ ...line, slug: 'organising', indicators })
      const window = yearWindow('440307', '440307.', 2010)
      return (
        await inTransaction(room.district.db, standingOf(small.officerWang.actor), (tx) =>
          total(tx, organising, 'unionsFounded', window),
        )
      ).value
    }
    const before = await founded()
    expect(before).toBeGreaterThan(0)
    await asOwner(room.district.db, async (tx) => {
      const union = await tx
        .selectFrom('orgs')
        .selectAll()
        .where('id', '=', firms.factory.union?.id ?? '')
        .executeTakeFirstOrThrow()
      await tx.updateTable('orgs').set({ valid_to: '2026-02-01' }).where('id', '=', union.id).execute()
      const id = '00000000-0000-7000-8000-00000000aaaa'
      await tx
        .insertInto('orgs')
        .values({
          ...union,
          id,
          path: `${small.hehua.path}E90000.`,
          parent_id: small.hehua.id,
          valid_from: '2026-02-01',
        })
        .execute()
    })
    expect(await founded()).toBe(before)
    await asOwner(room.district.db, async (tx) => {
      await tx.deleteFrom('orgs').where('id', '=', '00000000-0000-7000-8000-00000000aaaa').execute()
      await tx
        .updateTable('orgs')
        .set({ valid_to: null })
        .where('id', '=', firms.factory.union?.id ?? '')
        .execute()
    })
  })
})

describe('会员入会率', () => {
  const recount = () =>
    asOwner(room.district.db, async (tx) => {
      const kept =
        await sql`select enterprise_id, members from enterprise_members where members <> 0 order by 1`.execute(tx)
      const counted = await sql`select enterprise_id, count(*)::int4 as members from persons
        where membership = 'full' and enterprise_id is not null group by 1 order by 1`.execute(tx)
      return { kept: kept.rows, counted: counted.rows }
    })
  const edit = (change: object, id: string) =>
    asOwner(room.district.db, (tx) => tx.updateTable('persons').set(change).where('id', '=', id).execute())

  test('is members over workers of the covered firms, today only', async () => {
    expect((await room.wang().rates({})).members).toEqual({ members: 8, workers: 2_796, rate: 0.3 })
    expect((await room.wang().rates({ on: '2026-03-01' })).members).toBeNull()
  })

  test('follows who joins, leaves, changes the firm or is added, without reading all persons', async () => {
    const chen = small.riderChen.id
    await edit(
      { membership: 'full', union_id: firms.station.union?.id ?? null, member_since: TODAY, joined_on: TODAY },
      chen,
    )
    expect((await room.wang().rates({})).members?.members).toBe(9)
    await edit({ enterprise_id: firms.factory.id }, chen)
    await edit({ membership: 'retained' }, small.workerLiu.id)
    await edit({ enterprise_id: null }, small.workerYang.id)
    await edit({ department: '仓库' }, small.workerPan.id)
    const { kept, counted } = await recount()
    expect(kept).toEqual(counted)
    expect((await room.wang().rates({})).members?.members).toBe(7)
  })
})
