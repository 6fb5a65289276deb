import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { markIn, pageBy } from '../../kernel/db/keyset.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { seen } from './election.ts'

/** Who handed in an application, in the order of the days. */
export async function listMembers(
  ctx: Ctx,
  input: ParsedOf<typeof contract.members>,
): Promise<OutputOf<typeof contract.members>> {
  const founding = await seen(ctx, input.id)
  const after = markIn(input.after, 'day')
  const rows = await ctx.tx
    .selectFrom('founding_members as m')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'm.federation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .leftJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'p.federation_id').onRef('e.id', '=', 'p.enterprise_id'),
    )
    .select(['p.id', 'p.name', 'p.sex', 'p.occupation', 'm.handed_on as handedOn'])
    .select(sql<string>`coalesce(e.name, '')`.as('firmName'))
    .where('m.federation_id', '=', founding.federation_id)
    .where('m.founding_id', '=', founding.id)
    .$if(after !== null, (q) => q.where(sql<boolean>`(m.handed_on, p.id) > (${after?.at}::date, ${after?.id}::uuid)`))
    .orderBy('m.handed_on')
    .orderBy('p.id')
    .limit(input.limit + 1)
    .execute()
  return pageBy(rows, input.limit, ({ handedOn, id }) => ({ at: handedOn, id }))
}

/** Workers of the employers who are not on the list yet; who may not be put on it stands there with the reason. */
export async function listWorkers(
  ctx: Ctx,
  input: ParsedOf<typeof contract.workers>,
): Promise<OutputOf<typeof contract.workers>> {
  const founding = await getRecord(ctx, caseLine, 'organising.recruit', input.id)
  const rows = await ctx.tx
    .selectFrom('founding_firms as f')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'f.federation_id').onRef('p.enterprise_id', '=', 'f.enterprise_id'),
    )
    .innerJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'f.federation_id').onRef('e.id', '=', 'f.enterprise_id'),
    )
    .select(['p.id', 'p.name', 'p.sex', 'p.occupation', 'p.membership', 'e.name as firmName'])
    .where('f.federation_id', '=', founding.federation_id)
    .where('f.founding_id', '=', founding.id)
    .where('p.merged_into', 'is', null)
    .where(
      sql<boolean>`not exists (select from founding_members m where m.federation_id = f.federation_id and m.founding_id = f.founding_id and m.person_id = p.id)`,
    )
    .$if(Boolean(input.text), (q) => q.where(sql<boolean>`strpos(p.name, ${input.text}) > 0`))
    .$if(input.after !== undefined, (q) => q.where('p.id', '>', idOf(input.after)))
    .orderBy('p.id')
    .limit(input.limit + 1)
    .execute()
  const page = rows.slice(0, input.limit)
  return {
    rows: page.map(({ membership, ...row }) => ({
      ...row,
      bar: membership === 'full' ? '已是别的工会的会员，先办转会' : null,
    })),
    next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

const idOf = (after: string | undefined): string =>
  after && /^[0-9a-f-]{36}$/.test(after) ? after : fail(400, '翻页位置不对，请刷新列表')
