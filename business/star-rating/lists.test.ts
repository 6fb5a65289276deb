import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { line } from './line.ts'
import { openRatings } from './testing.ts'

let house: Awaited<ReturnType<typeof openRatings>>
const unions = [
  ...new Map(Object.values(small.firms).flatMap(({ union }) => (union ? [[union.id, union]] : []))).values(),
]

beforeAll(async () => {
  house = await openRatings()
  const rows = unions.map(({ id, path, shortName }, n) => ({
    federation_id: small.federationId,
    id: uuidv7(),
    number: `XJGH2024-${String(n + 1).padStart(4, '0')}`,
    title: `${shortName}申报星级`,
    state: 'granted' as const,
    org_path: path,
    unit_path: path,
    org_id: id,
    stars: 1 + (n % 5),
    valid_from: `2024-0${1 + (n % 3)}-10`,
    valid_to: `2027-0${1 + (n % 3)}-09`,
    created_at: '2024-01-02T01:00:00Z',
    updated_at: '2024-01-02T01:00:00Z',
    closed_at: '2024-03-10T01:00:00Z',
  }))
  await asOwner(house.district.db, (tx) => tx.insertInto('star_rating').values(rows).execute())
})
afterAll(() => house.close())

describe('the register of stars', () => {
  test('comes in pages that neither repeat nor lose one, by the last day and not by level', async () => {
    const seen: { id: string; validTo: string }[] = []
    let after: string | undefined
    do {
      const page = await house.wang().stars({ limit: 2, after })
      seen.push(...page.rows)
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(unions.length)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(unions.length)
    expect(seen.map(({ validTo }) => validTo)).toEqual(seen.map(({ validTo }) => validTo).toSorted())
    await expect(house.wang().stars({ after: '1~2' })).rejects.toMatchObject({ status: 400 })
  })

  test('shows a street its own, a level when asked, and takes one statement however long it is', async () => {
    const own = await house.li().stars({})
    const inPinghu = unions.filter(({ path }) => path.startsWith(small.pinghu.path))
    expect(own.rows.map(({ orgId }) => orgId).sort()).toEqual(inPinghu.map(({ id }) => id).sort())
    const five = await house.wang().stars({ level: 5 })
    expect(five.rows.length).toBeGreaterThan(0)
    expect(five.rows.every(({ stars }) => stars === 5)).toBe(true)
    const counts: number[] = []
    const ask = (limit: number) =>
      perform(
        house.district.house,
        line,
        'stars',
        { limit },
        {
          actor: small.officerWang.actor,
          count: (statements) => counts.push(statements),
        },
      )
    await ask(1)
    await ask(200)
    expect(counts[0]).toBe(counts[1])
  })
})
