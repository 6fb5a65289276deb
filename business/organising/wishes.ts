import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { openField } from '../../kernel/people/sealed.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { workflow } from './workflow.ts'

/** The actor's own wishes and what became of them, newest first; one statement. */
export async function listWishes(ctx: Ctx): Promise<OutputOf<typeof contract.wishes>> {
  if (!ctx.actor.personId) return []
  const rows = await ctx.tx
    .selectFrom('founding_wishes as w')
    .innerJoin('organising as o', (join) =>
      join.onRef('o.federation_id', '=', 'w.federation_id').onRef('o.id', '=', 'w.founding_id'),
    )
    .select([
      'o.id',
      'o.number',
      'o.firm_name as firmName',
      'o.state',
      'o.closed_at',
      'o.updated_at as movedAt',
      'w.created_at as wishedAt',
    ])
    .select([
      sql<string>`coalesce((select u.name from orgs u where u.federation_id = o.federation_id and u.path = o.unit_path), '')`.as(
        'unitName',
      ),
      sql<string | null>`(select u.name from orgs u where u.federation_id = o.federation_id and u.id = o.union_id)`.as(
        'unionName',
      ),
    ])
    .where('w.federation_id', '=', ctx.actor.federationId)
    .where('w.person_id', '=', ctx.actor.personId)
    .orderBy('w.created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ closed_at, ...row }) => ({
    ...row,
    stateTitle: workflow.states[row.state],
    isOpen: closed_at === null && row.unionName === null,
  }))
}

/** Who wished, for an officer of the place with a reason that the audit keeps. */
export async function reveal(
  ctx: Ctx,
  input: ParsedOf<typeof contract.reveal>,
): Promise<OutputOf<typeof contract.reveal>> {
  const founding = await getRecord(ctx, caseLine, 'organising.reveal', input.id)
  ctx.audit = { line: 'organising', recordId: founding.id, reason: input.reason }
  const rows = await ctx.tx
    .selectFrom('founding_wishes as w')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'w.federation_id').onRef('p.id', '=', 'w.person_id'),
    )
    .select(['w.id', 'w.note_sealed', 'p.id as personId', 'p.name', 'p.phone_sealed'])
    .where('w.federation_id', '=', founding.federation_id)
    .where('w.founding_id', '=', founding.id)
    .orderBy('w.created_at')
    .limit(100)
    .execute()
  const { sealer } = ctx.house
  return {
    wishes: rows.map((row) => ({
      name: row.name,
      phone: row.phone_sealed === null ? null : openField(sealer, 'phone', row.personId, row.phone_sealed),
      note: row.note_sealed === null ? '' : sealer.open(row.note_sealed, `founding_wishes.note:${row.id}`),
    })),
  }
}
