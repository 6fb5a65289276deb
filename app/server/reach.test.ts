import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../business/appeals/contract.ts'
import { line } from '../../business/appeals/line.ts'
import { type SmallPerson, small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf, visitor } from '../../kernel/access/actor.ts'
import { type Role, roles } from '../../kernel/access/roles.ts'
import { asOwner, inTransaction, type Tx } from '../../kernel/db/database.ts'
import { type Row, sees } from './who-sees.ts'

let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([line])
  await fill()
})
afterAll(() => district.close())

/** Matters of two streets in every kind of hands, so that each table has rows inside and outside of reach. */
async function fill(): Promise<void> {
  const as = (person: { actor: Actor }, key = uuidv7()) =>
    district.as(person.actor, line, contract, { idempotencyKey: key })
  const matters: [SmallPerson, SmallPerson, SmallPerson, string][] = [
    [small.riderZhang, small.officerLi, small.mediatorLin, small.firms.station.id],
    [small.workerLuo, small.officerYe, small.mediatorGao, small.firms.eyewear.id],
  ]
  for (const [worker, officer, handler, enterpriseId] of matters) {
    const { id } = await as(worker).receive({
      story: '欠薪三个月',
      enterpriseId,
      contactPhone: worker.phone,
      contactName: worker.name,
    })
    await as(officer).accept({ id })
    await as(officer).classify({ id, category: 'wages', difficulty: 'general' })
    await as(officer).assign({ id, assigneeId: handler.id })
    await as(handler).sign({ id })
    await as(handler).contact({ id, note: '已通话' })
    await as(handler).refer({ id, target: 'labour_bureau', note: '请查处' })
    await as(handler).answer({ id, answer: '已付清', outcome: 'paid', recoveredFen: 100, recoveredBasis: 'payment' })
    await as(worker).rate({ id, satisfaction: 'satisfied' })
    await as(worker).receive({ story: '不买社保', enterpriseId, contactPhone: worker.phone })
    await addDocuments(worker.id, handler.id, id)
  }
  await as(small.riderZhang)
    .reveal({ id: uuidv7(), reason: '不该能看' })
    .catch(() => {})
  await asOwner(district.db, async (tx) => {
    for (const { federationId, id } of [small.riderZhang, small.other.officer]) {
      await tx
        .insertInto('contact_channels')
        .values({
          federation_id: federationId,
          person_id: id,
          channel: 'email',
          address_sealed: 'x',
          requested_at: '2026-03-02T01:00:00Z',
          requests_on: '2026-03-02',
        })
        .execute()
      await tx
        .insertInto('parameters')
        .values({
          federation_id: federationId,
          code: 'wage.minimum',
          valid_from: '2025-01-01',
          value: '1',
          source: '测试',
        })
        .execute()
    }
  })
}

async function addDocuments(worker: string, handler: string, recordId: string): Promise<void> {
  const document = (uploader_id: string, record: string | null, worker_may_see: boolean) => ({
    federation_id: small.federationId,
    id: uuidv7(),
    uploader_id,
    name_sealed: 'x',
    media_type: 'application/pdf',
    bytes: 1,
    digest: '0'.repeat(64),
    stored_as: uuidv7().replaceAll('-', ''),
    purpose: 'evidence' as const,
    worker_may_see,
    created_at: '2026-03-02T01:00:00Z',
    record_id: record,
    line: record && 'appeals',
    attached_at: record && '2026-03-02T01:00:00Z',
  })
  const rows = [
    document(worker, null, true),
    document(worker, recordId, true),
    document(handler, recordId, false),
    document(handler, recordId, true),
  ]
  await asOwner(district.db, (tx) => tx.insertInto('documents').values(rows).execute())
}

const allOf = async (tx: Tx, table: string) => (await sql<Row>`select * from ${sql.table(table)}`.execute(tx)).rows

/** The role at three unions: a street with matters, another street, another federation; each once as somebody else's and once as a person involved. */
function actorsOf(role: Role): Actor[] {
  const at = [small.pinghu, small.jihua, small.other.street]
  const persons = [small.riderZhang, small.mediatorGao, small.officerLi]
  const isFree = role === 'worker' || role === 'visitor'
  return at.flatMap((org, i) => {
    const base: Actor = {
      ...visitor(org.federationId),
      role,
      orgPath: isFree ? '' : org.path,
      orgName: org.name,
      name: '某人',
    }
    const person = persons[i] as SmallPerson
    return role === 'visitor' ? [base] : [base, { ...base, personId: person.id, accountId: person.accountId }]
  })
}

const key = (row: Row) => JSON.stringify(row, Object.keys(row).sort())

describe('selecting a whole table under the application role', () => {
  test('every table of the schema is accounted for', async () => {
    const { rows } = await asOwner(district.db, (tx) =>
      sql<{
        name: string
        secured: boolean
      }>`select relname as name, relrowsecurity as secured from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'`.execute(
        tx,
      ),
    )
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(sees).sort())
    expect(rows.filter((row) => !row.secured)).toEqual([])
  })

  test.each(Object.keys(roles) as Role[])(
    '%s sees exactly the rows in reach, of every table, at three unions',
    async (role) => {
      const all = new Map<string, Row[]>()
      await asOwner(district.db, async (tx) => {
        for (const table of Object.keys(sees)) all.set(table, await allOf(tx, table))
      })
      for (const actor of actorsOf(role)) {
        for (const [table, maySee] of Object.entries(sees)) {
          const expected = (all.get(table) ?? []).filter(
            (row) => (row.federation_id ?? row.id) === actor.federationId && maySee(actor, row, all),
          )
          const found = await inTransaction(district.db, standingOf(actor), (tx) => allOf(tx, table)).catch(
            (error: { code?: string }) => (error.code === '42501' ? [] : Promise.reject(error)),
          )
          expect(found.map(key).sort(), `${table} as ${role} at ${actor.orgPath || 'no union'}`).toEqual(
            expected.map(key).sort(),
          )
        }
      }
    },
  )

  test('the rows are there to be missed: the district officer sees matters of both streets', async () => {
    const rows = await inTransaction(district.db, standingOf(small.officerWang.actor), (tx) => allOf(tx, 'appeals'))
    expect(new Set(rows.map((row) => String(row.unit_path)))).toEqual(new Set([small.pinghu.path, small.jihua.path]))
  })
})
