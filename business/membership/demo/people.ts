import { sql } from 'kysely'
import { idNumberOf } from '../../../district/marks.ts'
import { officers } from '../../../district/officers.ts'
import { seededId } from '../../../district/random.ts'
import { addDays } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import { openField } from '../../../kernel/people/sealed.ts'

/** Somebody of the registry who is in no union, with what an application says of him. */
export type Applicant = {
  id: string
  name: string
  idNumber: string
  phone: string | null
  birthOn: string
  sex: 'male' | 'female' | 'unknown'
  enterpriseId: string | null
  enterpriseName: string
  /** Path of the community of the firm. */
  placePath: string
  union: { id: string; path: string; name: string; form: string | null } | null
}

/** `count` people in no union from all over the district, the same every time, nobody who has a part in the demonstration. */
export async function listApplicants(tx: Tx, house: House, count: number): Promise<Applicant[]> {
  const rows = await tx
    .selectFrom('persons as p')
    .innerJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'p.federation_id').onRef('e.id', '=', 'p.enterprise_id'),
    )
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'e.federation_id').onRef('o.id', '=', 'e.union_id'),
    )
    .select(['p.id', 'p.name', 'p.id_number_sealed', 'p.phone_sealed', 'p.birth_on', 'p.sex', 'p.enterprise_id'])
    .select(['e.name as firm', 'e.org_path', 'o.id as unionId', 'o.path as unionPath', 'o.name as unionName', 'o.form'])
    .where('p.federation_id', '=', house.federationId)
    .where('p.membership', '=', 'none')
    .where('p.left_on', 'is', null)
    .where('p.merged_into', 'is', null)
    .where('p.id_number_sealed', 'is not', null)
    .where('p.birth_on', 'is not', null)
    .where('e.life', '=', 'alive')
    .where(
      'p.id',
      'not in',
      officers.map((officer) => officer.personId),
    )
    .orderBy(sql`md5(p.id::text || 'membership')`)
    .limit(count)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    idNumber: openField(house.sealer, 'id_number', row.id, row.id_number_sealed ?? ''),
    phone: row.phone_sealed && openField(house.sealer, 'phone', row.id, row.phone_sealed),
    birthOn: row.birth_on ?? '',
    sex: row.sex,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.firm,
    placePath: row.org_path,
    union: row.unionId
      ? { id: row.unionId, path: row.unionPath ?? '', name: row.unionName ?? '', form: row.form }
      : null,
  }))
}

const FIRST = 350_000
const YEAR = 365.25

/** Two who came by phone: one of fifteen, one of seventeen. */
export async function addYoung(tx: Tx, house: House, at: Applicant, today: string): Promise<[Applicant, Applicant]> {
  const [child, juvenile] = [15.4, 17.2].map((age, n) => youngster(at, n, addDays(today, -Math.round(age * YEAR))))
  if (!child || !juvenile) throw new Error('the young have got lost')
  for (const { id, name, sex } of [child, juvenile]) {
    await tx
      .insertInto('persons')
      .values({
        federation_id: house.federationId,
        id,
        org_path: `${house.federationId}.`,
        name,
        sex,
        id_kind: 'unknown',
        collected_on: today,
      })
      .execute()
  }
  return [child, juvenile]
}

const youngster = (at: Applicant, n: number, birthOn: string): Applicant => ({
  ...at,
  id: seededId('membership young', n),
  name: '未登记姓名',
  idNumber: idNumberOf(FIRST + n, birthOn, n === 0 ? 'male' : 'female'),
  phone: null,
  birthOn,
  sex: n === 0 ? 'male' : 'female',
})
