import { z } from 'zod'
import { type Actor, standingOf } from '../access/actor.ts'
import { requireReach } from '../access/permissions.ts'
import { isRole, type Role } from '../access/roles.ts'
import { dayOf } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import type { ImportKind } from './kind.ts'

const Kept = z.object({
  federationId: z.string(),
  accountId: z.string().nullable(),
  personId: z.string(),
  postId: z.string().nullable(),
  role: z.custom<Role>((role) => typeof role === 'string' && isRole(role)),
  orgPath: z.string(),
  orgName: z.string(),
  name: z.string(),
})

/** Who acts, as it is kept with an import for the time after the request. */
export const actorKept = (actor: Actor): string => JSON.stringify(actor)
export const actorOf = (kept: unknown): Actor & { personId: string } => Kept.parse(kept)

/** One transaction under the standing of the one who asked for the work, with what it leaves for after the commit. */
export async function actingAs<T>(
  house: House,
  actor: Actor,
  work: (ctx: Ctx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  const afterCommit: Ctx['afterCommit'] = []
  const done = await inTransaction(
    house.db,
    standingOf(actor),
    (tx) => work({ ...newCtx(house, actor, tx), afterCommit }),
    options,
  )
  for (const followUp of afterCommit) await followUp()
  return done
}

/**
 * Holds the post, and the permission of the kind, against today: what was asked for yesterday is not done for somebody who has left the post.
 * @throws Failure 403
 */
export async function requireStillInPost(
  house: House,
  actor: Actor,
  found: { kind: ImportKind; permissions: Parameters<typeof requireReach>[0] },
): Promise<void> {
  requireReach(found.permissions, found.kind.permission, actor)
  if (actor.postId === null) return
  const today = dayOf(house.clock())
  const post = await house.db.owner
    .selectFrom('posts')
    .select('id')
    .where('federation_id', '=', actor.federationId)
    .where('id', '=', actor.postId)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .executeTakeFirst()
  if (!post) fail(403, '上传的人已经不在这个岗位，导入停在原处，请现任的人重新上传')
}
