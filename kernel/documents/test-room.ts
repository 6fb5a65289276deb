import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, standingOf, visitor } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import { fixedClock } from '../calendar/clock.ts'
import { freshKeys } from '../crypto/keys.ts'
import { createSealer } from '../crypto/seal.ts'
import type { Ctx, House } from '../ctx.ts'
import { asOwner, inTransaction, type Tx } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import { testDatabase } from '../testing/database.ts'
import { createFileStore } from './store.ts'

const FEDERATION = '440307'
const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

const actor = (n: number, name: string, role: Role, orgPath = '', orgName = ''): Actor => ({
  ...visitor(FEDERATION),
  accountId: idOf(900 + n),
  personId: idOf(n),
  role,
  orgPath,
  orgName,
  name,
})

/** Who takes part: a worker with a matter in 布吉街道, another worker, officers there and elsewhere, the lawyer of the matter. */
export const people = {
  worker: actor(1, '张三', 'worker'),
  otherWorker: actor(2, '李四', 'worker'),
  officer: actor(3, '王干部', 'street_officer', '440307.003.', '布吉街道总工会'),
  elsewhere: actor(4, '赵干部', 'street_officer', '440307.004.', '坂田街道总工会'),
  district: actor(5, '陈干部', 'district_officer', '440307.', '龙岗区总工会'),
  lawyer: actor(6, '周律师', 'lawyer'),
  administrator: actor(7, '吴管理员', 'system_admin'),
  neighbour: { ...actor(1, '张三', 'worker'), federationId: '440306' },
  anonymous: { ...visitor(FEDERATION), personId: idOf(8) },
  nobody: visitor(FEDERATION),
} satisfies Record<string, Actor>

export const matters = {
  worker: idOf(101),
  elsewhere: idOf(102),
  anonymous: idOf(103),
  neighbour: idOf(104),
  unraised: idOf(105),
}

const cardOf = (id: string, path: string, owner: string | null, at: string, federation = FEDERATION) => ({
  federation_id: federation,
  id,
  line: 'appeals',
  number: `SQ2026-${id.slice(-4)}`,
  title: '欠薪',
  state: 'received',
  is_open: true,
  org_path: path,
  unit_path: path,
  owner_id: owner,
  assignee_id: id === matters.worker ? people.lawyer.personId : null,
  created_at: at,
  updated_at: at,
})

async function raiseMatters(tx: Tx, at: string): Promise<void> {
  const federations = [FEDERATION, '440306'].map((id) => ({ id, name: id, short_name: id }))
  await tx.insertInto('federations').values(federations).execute()
  const cards = [
    cardOf(matters.worker, '440307.003.', people.worker.personId, at),
    cardOf(matters.elsewhere, '440307.004.', people.otherWorker.personId, at),
    cardOf(matters.anonymous, '440307.003.', people.anonymous.personId, at),
    cardOf(matters.neighbour, '440306.003.', people.neighbour.personId, at, '440306'),
    cardOf(matters.unraised, '440307.003.', null, at),
  ]
  await tx.insertInto('cases').values(cards).execute()
}

/** A database with matters in it, a file store on the disk, and a way to act as somebody. */
export async function openRoom() {
  const db = await testDatabase()
  const dir = mkdtempSync(join(tmpdir(), 'nf-documents-'))
  const clock = fixedClock('2026-03-10T01:00:00.000Z')
  const sealer = createSealer(freshKeys())
  const files = createFileStore({ dir, sealer, maxBytes: 20 * 1024 * 1024 })
  const parts: Partial<House> = { db, federationId: FEDERATION, lines: [], sealer, files, clock, rules: [] }
  const house = parts as House
  await asOwner(db, (tx) => raiseMatters(tx, clock()))
  return {
    db,
    dir,
    clock,
    house,
    act: <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
      const at = who.federationId === FEDERATION ? house : { ...house, federationId: who.federationId }
      return inTransaction(db, standingOf(who), (tx) => work(newCtx(at, who, tx)))
    },
    filesOnDisk: () =>
      readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    async close() {
      await db.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
