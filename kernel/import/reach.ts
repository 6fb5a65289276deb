import { isWithin, reachOf } from '../access/permissions.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { type FoundKind, kindsOf } from './kinds.ts'

/** Kinds that the post may use. */
export const kindsFor = (ctx: Ctx): FoundKind[] =>
  kindsOf(ctx.house).filter(({ permissions, kind }) => {
    const reach = reachOf(permissions, kind.permission, ctx.actor)
    return reach === 'unit' || reach === 'subtree' || reach === 'all'
  })

/** May the post bring this kind in for the union at `path`, and see what was brought in? */
export function reaches(ctx: Ctx, { permissions, kind }: FoundKind, path: string): boolean {
  const reach = reachOf(permissions, kind.permission, ctx.actor)
  const record = { org_path: path, unit_path: path, owner_id: null, assignee_id: null }
  return reach !== null && isWithin(reach, ctx.actor, record)
}

/** @throws Failure 403 when the kind is not for this post, or the union lies out of its reach */
export function requireKind(ctx: Ctx, line: string, name: string, path?: string): FoundKind {
  const found = kindsFor(ctx).find((one) => one.line.slug === line && one.kind.name === name)
  if (!found)
    return fail(
      403,
      `您现在的身份（${ctx.actor.orgName || ctx.actor.name}）没有这一类导入的权限，请换身份或联系上级工会`,
    )
  if (path !== undefined && !reaches(ctx, found, path)) fail(403, '这个工会不在您的办理范围内，请从列表里选')
  return found
}
