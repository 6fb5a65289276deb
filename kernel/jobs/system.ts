import { type Actor, standingOf } from '../access/actor.ts'
import type { Ctx, House } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'

/**
 * Who acts when nobody does. It sees the whole federation, as the district's union does, but is no person and holds no post: it has only the permissions
 * a line gives to `system`, so a job cannot take a step that a line reserves to officers.
 * @param districtPath path of the district's union, by default the federation's code and a dot
 */
export const systemActor = (federationId: string, districtPath = `${federationId}.`): Actor => ({
  federationId,
  accountId: null,
  personId: null,
  postId: null,
  role: 'system',
  orgPath: districtPath,
  orgName: '',
  name: '系统',
})

/** Runs `work` in one transaction as the system, bound by row-level security to the federation; then what it left to be done after the commit. */
export async function asSystem<T>(house: House, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = systemActor(house.federationId)
  const afterCommit: Ctx['afterCommit'] = []
  const standing = { ...standingOf(actor), scope: actor.orgPath }
  const result = await inTransaction(house.db, standing, (tx) => work({ ...newCtx(house, actor, tx), afterCommit }))
  for (const followUp of afterCommit) await followUp()
  return result
}
