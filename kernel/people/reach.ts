import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { endOf, isWithin, type Reach } from '../access/permissions.ts'
import type { Schema } from '../db/schema.gen.ts'

type Joined = Schema & { p: Schema['persons'] }

/** Is this person within reach? A person is where the union is, and owns the own record. */
export const reaches = (reach: Reach, actor: Actor, person: { id: string; org_path: string }): boolean =>
  isWithin(reach, actor, {
    org_path: person.org_path,
    unit_path: person.org_path,
    owner_id: person.id,
    assignee_id: null,
  })

/** The same as SQL, for persons under the alias p. */
export const whereReached =
  (reach: Reach, actor: Actor) =>
  (eb: ExpressionBuilder<Joined, 'p'>): Expression<SqlBool> => {
    if (reach === 'own') return actor.personId ? eb('p.id', '=', actor.personId) : sql<SqlBool>`false`
    if (reach === 'unit') return eb('p.org_path', '=', actor.orgPath)
    if (reach === 'assigned' || actor.orgPath === '') return sql<SqlBool>`false`
    return eb.and([eb('p.org_path', '>=', actor.orgPath), eb('p.org_path', '<', endOf(actor.orgPath))])
  }
