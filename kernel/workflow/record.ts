import type { Kysely, Selectable } from 'kysely'
import { isWithin, type Permissions, type Reach, requireReach } from '../access/permissions.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { Schema } from '../db/schema.gen.ts'
import type { Workflow } from './define.ts'

/** The columns every case table has. */
export type CaseRow = {
  federation_id: string
  id: string
  number: string
  title: string
  state: string
  org_path: string
  unit_path: string
  owner_id: string | null
  assignee_id: string | null
  dispute_id: string | null
  created_at: string
  updated_at: string
  closed_at: string | null
}

/** Tables that carry those columns. */
export type CaseTable = { [T in keyof Schema]: Selectable<Schema[T]> extends CaseRow ? T : never }[keyof Schema]
export type RowOf<T extends CaseTable> = Selectable<Schema[T]> & CaseRow

/** The part of a line that the workflow works on. */
export type CaseLine<T extends CaseTable, S extends string = string, V extends string = string> = {
  slug: string
  table: T
  workflow: Workflow<S, V>
  permissions: Permissions
}

type AnyCases = Kysely<{ t: CaseRow }>
/** The same transaction with its case tables seen through their common columns: the kernel knows no line by name. */
export const casesOf = (ctx: Ctx): AnyCases => ctx.tx as unknown as AnyCases

/**
 * One record within the actor's reach for `permission`.
 * @throws Failure 404 when it is not there, or not for this person to know of; 403 when it is in sight but not in reach
 */
export async function getRecord<T extends CaseTable>(
  ctx: Ctx,
  line: CaseLine<T>,
  permission: string,
  id: string,
  options: { lock?: boolean } = {},
): Promise<RowOf<T>> {
  const reach = requireReach(line.permissions, permission, ctx.actor)
  const base = casesOf(ctx)
    .selectFrom(line.table as string as 't')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
  const row = await (options.lock ? base.forUpdate() : base).executeTakeFirst()
  if (!row) fail(404, '没有找到这件事，可能已转到别处，请从列表重新进入')
  if (!isReached(reach, ctx, row)) fail(403, '这件事不在您的办理范围内，请联系承办单位')
  return row as RowOf<T>
}

const isReached = (reach: Reach, ctx: Ctx, row: CaseRow): boolean => isWithin(reach, ctx.actor, row)
