import { sql } from 'kysely'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listDocuments } from '../../kernel/documents/documents.ts'
import { getMatter } from '../../kernel/workflow/matters.ts'
import { isConfirmed } from '../elections/public.ts'
import { caseLine, type FoundingRow } from './case-line.ts'
import type { contract } from './contract.ts'
import { electionOfFounding } from './election.ts'
import { electedOf } from './papers.ts'
import { bodiesFor, type Heads, nameFor, needsOf, seatsFor } from './rules/form.ts'
import { resumeVerb } from './steps.ts'

type Founding = OutputOf<typeof contract.get>

/** One founding on its page: employers, members against the thresholds, election, papers, certificate. */
export async function getFounding(ctx: Ctx, id: string): Promise<Founding> {
  const { row, matter } = await getMatter(ctx, caseLine, id)
  const [firms, heads, wishes, election, papers, union, certificate, files] = await Promise.all([
    firmsWithPlace(ctx, row),
    countHeads(ctx, row),
    countWishes(ctx, row),
    electionCard(ctx, row),
    papersOf(ctx, row),
    unionOf(ctx, row),
    certificateOf(ctx, row),
    listDocuments(ctx, row.id),
  ])
  const numbers: Heads = { ...heads, employees: firms.reduce((sum, { headcount }) => sum + headcount, 0) }
  const hidden = resumeVerb(row) === 'resume' ? 'resumeRecruiting' : 'resume'
  return {
    ...matter,
    verbs: matter.verbs.filter(({ verb }) => verb !== hidden),
    ...plain(row),
    suggestedName: row.union_name || nameFor(row.form, row.firm_name, matter.place),
    firms,
    heads: numbers,
    needs: needsOf(numbers, ctx.today),
    bodies: [...bodiesFor(numbers.members, ctx.today)],
    seats: seatsFor(numbers, ctx.today),
    wishes,
    election,
    papers,
    union,
    certificate,
    files: files.map(({ id: file, name, bytes }) => ({ id: file, name, bytes })),
  }
}

const plain = (row: FoundingRow) => ({
  origin: row.origin,
  form: row.form,
  body: row.body,
  firmName: row.firm_name,
  unionName: row.union_name,
  termYears: row.term_years as 3 | 5 | null, // held to three or five by a check of the table
  prepApprovedOn: row.prep_approved_on,
  approvedOn: row.approved_on,
  sealedOn: row.sealed_on,
  accountOn: row.account_on,
  accountBank: row.account_bank,
  hasSite: row.has_site,
  hasFunds: row.has_funds,
  databaseCode: row.database_code,
  taxCode: row.tax_code,
  dropReason: row.drop_reason,
})

const firmsWithPlace = (ctx: Ctx, row: FoundingRow): Promise<Founding['firms']> =>
  ctx.tx
    .selectFrom('founding_firms as f')
    .innerJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'f.federation_id').onRef('e.id', '=', 'f.enterprise_id'),
    )
    .select([
      'e.id',
      'e.name',
      'e.headcount',
      'e.band',
      'e.life',
      'e.is_new_form as isNewForm',
      'e.opened_on as openedOn',
    ])
    .select(
      sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = e.federation_id and o.path = e.org_path), '')`.as(
        'place',
      ),
    )
    .where('f.federation_id', '=', row.federation_id)
    .where('f.founding_id', '=', row.id)
    .orderBy('f.ordinal')
    .execute()

const countHeads = (ctx: Ctx, row: FoundingRow): Promise<Omit<Heads, 'employees'>> =>
  ctx.tx
    .selectFrom('founding_members as m')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'm.federation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select([sql<number>`count(*)`.as('members'), sql<number>`count(*) filter (where p.sex = 'female')`.as('women')])
    .where('m.federation_id', '=', row.federation_id)
    .where('m.founding_id', '=', row.id)
    .executeTakeFirstOrThrow()

async function countWishes(ctx: Ctx, row: FoundingRow): Promise<number> {
  const { n } = await ctx.tx
    .selectFrom('founding_wishes')
    .select(sql<number>`count(*)`.as('n'))
    .where('federation_id', '=', row.federation_id)
    .where('founding_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return n
}

async function electionCard(ctx: Ctx, row: FoundingRow): Promise<Founding['election']> {
  const election = await electionOfFounding(ctx, row.id)
  if (!election) return null
  const { id, number, stateTitle, heldOn } = election
  return { id, number, stateTitle, heldOn, isConfirmed: isConfirmed(election), elected: await electedOf(ctx, election) }
}

const papersOf = (ctx: Ctx, row: FoundingRow): Promise<Founding['papers']> =>
  ctx.tx
    .selectFrom('founding_papers')
    .select(['id', 'kind', 'number', 'title', 'issuer', 'issued_on as issuedOn'])
    .where('federation_id', '=', row.federation_id)
    .where('founding_id', '=', row.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

async function unionOf(ctx: Ctx, row: FoundingRow): Promise<Founding['union']> {
  if (!row.union_id) return null
  const union = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'name', 'founded_on as foundedOn'])
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', row.union_id)
    .executeTakeFirst()
  return union ?? null
}

async function certificateOf(ctx: Ctx, row: FoundingRow): Promise<Founding['certificate']> {
  if (!row.union_id) return null
  const found = await ctx.tx
    .selectFrom('union_certificates')
    .select([
      'number',
      'credit_code as creditCode',
      'legal_name as legalName',
      'issued_on as issuedOn',
      'expires_on as expiresOn',
    ])
    .where('federation_id', '=', row.federation_id)
    .where('org_id', '=', row.union_id)
    .where('state', '=', 'valid')
    .executeTakeFirst()
  return found ?? null
}
