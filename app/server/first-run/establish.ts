import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { visitor } from '../../../kernel/access/actor.ts'
import { roles } from '../../../kernel/access/roles.ts'
import { hashPassword } from '../../../kernel/accounts/password-rules.ts'
import { writeAudit } from '../../../kernel/audit/audit.ts'
import { dayOf } from '../../../kernel/calendar/days.ts'
import { fail } from '../../../kernel/contract/errors.ts'
import type { Sealer } from '../../../kernel/crypto/seal.ts'
import { asOwner, type Database, type Tx } from '../../../kernel/db/database.ts'
import { initialsOf } from '../../../kernel/search/initials.ts'
import { addAccount, addPerson, addPost, type Place } from '../enrol.ts'
import { administratorsOf, type SetupForm } from './form.ts'

/**
 * Founds the federation: its row, the root of the tree, three administrators with post and account. One transaction, so that a crash leaves all or nothing.
 * @throws Failure 409 when a federation is there already
 */
export async function establish(db: Database, sealer: Sealer, form: SetupForm, now: string): Promise<void> {
  const today = dayOf(now)
  const people = await Promise.all(
    administratorsOf(form).map(async ({ password, ...one }) => ({ ...one, hash: await hashPassword(password) })),
  )
  await asOwner(db, async (tx) => {
    // Two browsers that finish at once: the second waits here and then finds the first one's federation.
    await sql`lock table federations in exclusive mode`.execute(tx)
    if (await tx.selectFrom('federations').select('id').limit(1).executeTakeFirst())
      fail(409, '已经设立了总工会，不能再设一次。请刷新页面')
    const { code, name } = form
    const place = await addRoot(tx, form, today)
    for (const one of people) {
      const personId = await addPerson(tx, sealer, place, { name: one.name }, today)
      await addPost(tx, place, { personId, role: one.role, title: roles[one.role].title }, today)
      await addAccount(tx, code, { personId, username: one.username, hash: one.hash }, now)
    }
    await sql`set local nf.federation = ${sql.lit(code)}`.execute(tx)
    const actor = { ...visitor(code), name: '首次设置' }
    await writeAudit(tx, {
      at: now,
      actor,
      action: 'house.establish',
      line: 'house',
      recordId: place.orgId,
      outcome: 'done',
      reason: `设立 ${name}，三名管理员 ${people.map(({ username }) => username).join('、')}`,
      ip: '',
    })
  })
}

async function addRoot(tx: Tx, { code, name, shortName }: SetupForm, today: string): Promise<Place> {
  await tx.insertInto('federations').values({ id: code, name, short_name: shortName }).execute()
  const place = { federationId: code, orgId: uuidv7(), orgPath: `${code}.` }
  await tx
    .insertInto('orgs')
    .values({
      federation_id: code,
      id: place.orgId,
      parent_id: null,
      path: place.orgPath,
      kind: 'district',
      code,
      name,
      short_name: shortName,
      initials: initialsOf(name),
      valid_from: today,
    })
    .execute()
  return place
}
