import { uuidv7 } from 'uuidv7'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { asOwner } from '../../kernel/db/database.ts'
import type { Line } from '../../kernel/line.ts'
import { makeIdNumber } from '../../kernel/people/identity.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

export const printing = small.firms.printing
export const clerkSong = small.clerks.fuchengao.actor
export const officerLi = small.officerLi.actor
export const officerWang = small.officerWang.actor

/** Workers of a firm who hand in applications, numbered so that no two bear one number; the first of them are women. */
export const applicants = (firmId: string, count: number, women: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({
    name: `职工${'甲乙丙丁戊己庚辛壬癸'[Math.floor((from + n) / 10) % 10]}${'一二三四五六七八九十'[(from + n) % 10]}`,
    idNumber: makeIdNumber({ region: '430524', birthOn: '1990-05-06', sequence: (from + n) * 2 + (n < women ? 0 : 1) }),
    enterpriseId: firmId,
  }))

export type Applicant = ReturnType<typeof applicants>[number]

/** The small district with foundings, and beside them the lines that a test hands in. */
export async function openFoundings(others: readonly Line[] = []) {
  const district = await openSmall([line, ...others])
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })

  /** A founding of the printing works (or others) on which the preparation has been approved. */
  async function recruiting(enterpriseIds: readonly string[] = [printing.id], unionName = '岚棠印刷工会委员会') {
    const form = enterpriseIds.length > 1 ? ('joint' as const) : ('single' as const)
    const { id } = await as(clerkSong).receive({ enterpriseIds: [...enterpriseIds], form })
    await as(clerkSong).contact({ id, note: '见了行政经理，同意建会' })
    await as(clerkSong).prepare({ id, unionName, form, termYears: 3 })
    await as(officerLi).approvePrep({ id })
    return id
  }

  /** The same people in the register already, without a union. */
  async function addWorkers(people: readonly Applicant[], women: number): Promise<string[]> {
    const rows = people.map(({ name, enterpriseId }, n) => ({
      federation_id: small.federationId,
      id: uuidv7(),
      org_path: small.fuchengao.path,
      name,
      sex: n < women ? ('female' as const) : ('male' as const),
      enterprise_id: enterpriseId,
    }))
    await asOwner(district.db, (tx) => tx.insertInto('persons').values(rows).execute())
    return rows.map(({ id }) => id)
  }

  /** Small employers beside each other in 辅城坳, without a union. */
  async function addSmallFirms(heads: readonly number[]): Promise<string[]> {
    const rows = heads.map((headcount, n) => ({
      federation_id: small.federationId,
      id: `0000000${n}-0000-4000-8000-00000000000${n}`,
      org_path: small.fuchengao.path,
      name: `辅城坳小店${'一二三四五'[n]}`,
      industry: 'F',
      headcount,
      headcount_on: '2026-01-15',
      headcount_source: 'visit' as const,
      opened_on: '2020-01-01',
    }))
    await asOwner(district.db, (tx) => tx.insertInto('enterprises').values(rows).execute())
    return rows.map(({ id }) => id)
  }

  return { ...district, inDistrict: district.as, as, recruiting, addWorkers, addSmallFirms }
}
