import type { Standing } from '../db/database.ts'
import { type Role, roles } from './roles.ts'

/** Who acts: one person in one post at a time. In the hall everybody is a worker, or a visitor before signing in. */
export type Actor = {
  federationId: string
  accountId: string | null
  /** A person of the registry, or the principal of an anonymous receipt. */
  personId: string | null
  postId: string | null
  role: Role
  /** Path of the union of the post; '' without a post. */
  orgPath: string
  orgName: string
  name: string
}

/** The standing under which the database sees the actor. Roles without a scope reach only what is theirs or assigned to them. */
export function standingOf(actor: Actor): Standing {
  return {
    federationId: actor.federationId,
    scope: roles[actor.role].scope === 'subtree' ? actor.orgPath : '',
    personId: actor.personId ?? '',
    accountId: actor.accountId ?? '',
    mayReadAudit: actor.role === 'audit_admin',
  }
}

export const visitor = (federationId: string): Actor => ({
  federationId,
  accountId: null,
  personId: null,
  postId: null,
  role: 'visitor',
  orgPath: '',
  orgName: '',
  name: '未登录',
})
