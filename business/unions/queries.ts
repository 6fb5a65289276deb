import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listDocuments } from '../../kernel/documents/documents.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { standingOf } from './standing.ts'
import { firmsOf, peopleOf } from './union-parts.ts'

/** One change with what is asked, why, the papers, and what of the union weighs in the decision. */
export async function getMatter(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.get>> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const [named, files, firms, people, standings] = await Promise.all([
    namesOf(ctx, row),
    listDocuments(ctx, id),
    firmsOf(ctx, row.org_id),
    peopleOf(ctx, row.org_id),
    standingOf(ctx, [row.org_id]),
  ])
  const standing = standings.get(row.org_id)
  return {
    ...matter,
    kind: row.kind,
    orgId: row.org_id,
    ...named,
    reason: ctx.house.sealer.open(row.reason_sealed, `unions.reason:${row.id}`),
    changedOn: row.changed_on,
    newName: row.new_name,
    newAddress: row.new_address,
    postponeTo: row.postpone_to,
    noticedOn: row.noticed_on,
    ground: row.ground,
    movedMembers: row.moved_members,
    members: people.members.all + people.retained,
    livingFirms: firms.livingFirms,
    termUntil: standing?.termUntil ?? null,
    certificateUntil: standing?.certificateUntil ?? null,
    files: files.map(({ id: file, name, bytes }) => ({ id: file, name, bytes })),
  }
}

type Named = {
  org_id: string
  into_org_id: string | null
  legal_person_id: string | null
  certificate_id: string | null
}

/** Names behind the ids of a change, in one statement. */
async function namesOf(ctx: Ctx, row: Named) {
  const federationId = ctx.actor.federationId
  const found = await ctx.tx
    .selectFrom('orgs as o')
    .leftJoin('orgs as i', (join) =>
      join.onRef('i.federation_id', '=', 'o.federation_id').on('i.id', '=', row.into_org_id),
    )
    .leftJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'o.federation_id').on('p.id', '=', row.legal_person_id),
    )
    .leftJoin('union_certificates as c', (join) =>
      join.onRef('c.federation_id', '=', 'o.federation_id').on('c.id', '=', row.certificate_id),
    )
    .select(['o.name', 'o.credit_code', 'i.name as intoName', 'p.name as legalName', 'c.number'])
    .where('o.federation_id', '=', federationId)
    .where('o.id', '=', row.org_id)
    .executeTakeFirstOrThrow()
  return {
    unionName: found.name,
    creditCode: found.credit_code,
    into: row.into_org_id && found.intoName ? { id: row.into_org_id, name: found.intoName } : null,
    legalName: found.legalName,
    certificateNumber: found.number,
  }
}
