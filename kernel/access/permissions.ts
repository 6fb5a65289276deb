import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { fail } from '../contract/errors.ts'
import type { Actor } from './actor.ts'
import type { Role } from './roles.ts'

/**
 * How far a role reaches: what is the person's own · assigned to the person · of the post's own union · of its subtree · of the whole federation.
 */
export type Reach = 'own' | 'assigned' | 'unit' | 'subtree' | 'all'
export type Permissions = Readonly<Record<string, Readonly<Partial<Record<Role, Reach>>>>>

/** A table a manager can sign: permission → role → reach. */
export const definePermissions = <const P extends Permissions>(permissions: P): P => permissions

/** What the kernel needs to know of any record to judge reach. */
export type Reachable = { org_path: string; unit_path: string; owner_id: string | null; assignee_id: string | null }

/** The actor's reach for a permission, or null when the role does not hold it. */
export const reachOf = (permissions: Permissions, permission: string, actor: Actor): Reach | null =>
  permissions[permission]?.[actor.role] ?? null

/** The same, refusing when there is none. @throws Failure 401 for visitors, 403 for others */
export function requireReach(permissions: Permissions, permission: string, actor: Actor): Reach {
  const reach = reachOf(permissions, permission, actor)
  if (reach) return reach
  if (actor.role === 'visitor') fail(401, '请先登录，再继续')
  return fail(403, `您现在的身份（${actor.orgName || actor.name}）没有这项权限，请换身份或联系上级工会`)
}

/** Is this one record within reach? The same judgement as `whereReach`, for one row. */
export function isWithin(reach: Reach, actor: Actor, record: Reachable): boolean {
  switch (reach) {
    case 'own':
      return actor.personId !== null && record.owner_id === actor.personId
    case 'assigned':
      return actor.personId !== null && record.assignee_id === actor.personId
    case 'unit':
      return actor.orgPath !== '' && (record.org_path === actor.orgPath || record.unit_path === actor.orgPath)
    case 'subtree':
    case 'all':
      return (
        actor.orgPath !== '' && (isUnder(record.org_path, actor.orgPath) || isUnder(record.unit_path, actor.orgPath))
      )
  }
}

/**
 * May the actor act on the record, not only see it? A union acts on what lies with it or below it: a community officer sees the matters of her community
 * that the street handles, and leaves them to the street.
 */
export function mayAct(reach: Reach, actor: Actor, record: Reachable): boolean {
  if (reach === 'unit') return actor.orgPath !== '' && record.unit_path === actor.orgPath
  if (reach === 'subtree' || reach === 'all') return isUnder(record.unit_path, actor.orgPath)
  return isWithin(reach, actor, record)
}

/** Is `path` the union `root` or below it? */
export const isUnder = (path: string, root: string): boolean => root !== '' && path.startsWith(root)

/** First path after the subtree of `root`: '440307.003.' → '440307.003/'. */
export const endOf = (root: string): string => `${root.slice(0, -1)}/`

type Columns = { org_path: string; unit_path: string; owner_id: string | null; assignee_id: string | null }

/** The same judgement as SQL, for a list whose table carries the four columns of `Reachable`. */
export function whereReach<DB, T extends keyof DB & string>(reach: Reach, actor: Actor) {
  return (eb: ExpressionBuilder<DB, T>): ExpressionWrapper<DB, T, SqlBool> => {
    const on = eb as unknown as ExpressionBuilder<{ t: Columns }, 't'>
    return predicate(reach, actor, on) as unknown as ExpressionWrapper<DB, T, SqlBool>
  }
}

function predicate(reach: Reach, actor: Actor, eb: ExpressionBuilder<{ t: Columns }, 't'>) {
  const nobody = eb.lit(false)
  switch (reach) {
    case 'own':
      return actor.personId ? eb('owner_id', '=', actor.personId) : nobody
    case 'assigned':
      return actor.personId ? eb('assignee_id', '=', actor.personId) : nobody
    case 'unit':
      return actor.orgPath ? eb.or([eb('org_path', '=', actor.orgPath), eb('unit_path', '=', actor.orgPath)]) : nobody
    case 'subtree':
    case 'all':
      // Every unit that acts on a matter of the subtree but lies outside it is above it, and row-level security lets those rows through by unit_path.
      return actor.orgPath
        ? eb.and([eb('org_path', '>=', actor.orgPath), eb('org_path', '<', endOf(actor.orgPath))])
        : nobody
  }
}
