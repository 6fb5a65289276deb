import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { uuidv7 } from 'uuidv7'
import { type Actor, standingOf } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import { fixedClock } from '../calendar/clock.ts'
import { type Client, client } from '../contract/contract.ts'
import { freshKeys } from '../crypto/keys.ts'
import { createSealer, type Sealer } from '../crypto/seal.ts'
import type { House } from '../ctx.ts'
import { asOwner, type Database, inTransaction } from '../db/database.ts'
import { receiveDocument, recordDocument } from '../documents/documents.ts'
import { createFileStore } from '../documents/store.ts'
import { newCtx } from '../http/new-ctx.ts'
import { perform } from '../http/perform.ts'
import { createJobs } from '../jobs/jobs.ts'
import { addPerson, COMMUNITY, DISTRICT, FEDERATION, houseOn, STREET, smallHouse } from '../jobs/small-house.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { line } from './line.ts'
import { runImport } from './run.ts'
import { runCopy } from './run-copy.ts'
import { sampleLine } from './sample-kind.ts'
import { type Line, sheetOf } from './sample-sheet.ts'

export const OTHER_STREET = '440307.005.'
export const FACTORY = `${COMMUNITY}0001.`
export const OTHER_FACTORY = `${OTHER_STREET}0001.`

async function addUnions(db: Database): Promise<void> {
  const union = (path: string, kind: 'street' | 'enterprise', name: string) => ({
    federation_id: FEDERATION,
    id: uuidv7(),
    path,
    kind,
    code: path,
    name,
    short_name: name,
    valid_from: '2020-01-01',
  })
  await asOwner(db, (tx) =>
    tx
      .insertInto('orgs')
      .values([
        union(OTHER_STREET, 'street', '吉华街道总工会'),
        union(FACTORY, 'enterprise', '深圳市某电子厂工会'),
        union(OTHER_FACTORY, 'enterprise', '深圳市某光学厂工会'),
      ])
      .execute(),
  )
}

const parts = {
  wang: ['王芳', 'district_officer', DISTRICT],
  li: ['李敏', 'street_officer', STREET],
  xie: ['谢婷', 'community_officer', COMMUNITY],
  ye: ['叶秋怡', 'street_officer', OTHER_STREET],
  zhao: ['赵国栋', 'enterprise_chair', FACTORY],
} as const satisfies Record<string, readonly [string, Role, string]>
export type Who = keyof typeof parts
export type Place = { folder?: string; on?: Database; sealer?: Sealer }

async function cast(db: Database): Promise<Record<Who, Actor>> {
  const actors: Partial<Record<Who, Actor>> = {}
  for (const [who, [name, role, path]] of Object.entries(parts) as [Who, (typeof parts)[Who]][]) {
    const known = await db.owner.selectFrom('persons').select('id').where('name', '=', name).executeTakeFirst()
    const personId = known?.id ?? (await addPerson(db, name, { role, path }))
    const post = await db.owner
      .selectFrom('posts')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    actors[who] = {
      federationId: FEDERATION,
      accountId: null,
      personId,
      postId: post.id,
      role,
      orgPath: path,
      orgName: path,
      name,
    }
  }
  return actors as Record<Who, Actor>
}

type Rest = Pick<House, 'sealer' | 'files' | 'lines' | 'rules'>

function restOf({ folder, sealer = createSealer(freshKeys()) }: Place): Rest & { dir: string } {
  const dir = folder ?? mkdtempSync(join(tmpdir(), 'nuanfeng-imports-'))
  const files = createFileStore({ dir, sealer, maxBytes: 20 * 1024 * 1024 })
  return { dir, sealer, files, lines: [sampleLine, line], rules: [...deadlines] }
}

/**
 * A house of two streets with the engine and its small kind. Everything goes through the contract, and what runs by itself runs when asked. It stands on
 * Monday, 5 January 2026, 09:00 in Shanghai.
 */
export async function openImports(where: Place = {}) {
  const { dir, ...rest } = restOf(where)
  const place = await smallHouse({ ...rest, on: where.on })
  await addUnions(place.db)
  return {
    ...(await ways(place, await cast(place.db))),
    close: async () => {
      await place.close()
      if (!where.folder) rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The same house over a database and a folder that another process left. */
export async function reopenImports(where: Required<Place>) {
  const { dir: _, ...rest } = restOf(where)
  const clock = fixedClock('2026-01-05T02:00:00.000Z')
  const jobs = createJobs({ db: where.on, federationId: FEDERATION, clock, isManual: true })
  const house = { ...houseOn(where.on, jobs, clock), ...rest }
  return ways({ db: where.on, house, jobs, clock, close: () => where.on.close() }, await cast(where.on))
}

type Opened = Awaited<ReturnType<typeof smallHouse>>

async function ways(place: Opened, actors: Record<Who, Actor>) {
  const { house, db } = place
  const api = (who: Who = 'li') =>
    client(line.slug, contract, (path, input) =>
      perform(house, line, path.split('/').at(-1) ?? '', input, { actor: actors[who] }),
    ) as Client<typeof contract>
  const unionAt = async (path: string) =>
    (await db.owner.selectFrom('orgs').select('id').where('path', '=', path).executeTakeFirstOrThrow()).id
  const upload = async (content: Buffer | string, name = '名单.xlsx', who: Who = 'li') => {
    const received = await receiveDocument(house, name, Readable.from([Buffer.from(content)]))
    return inTransaction(db, standingOf(actors[who]), (tx) =>
      recordDocument(newCtx(house, actors[who], tx), received, 'attachment'),
    )
  }
  /** Uploads and looks into it. @returns the import's id */
  const begin = async (content: Buffer | string, name?: string, who?: Who, path = FACTORY) => {
    const document = await upload(content, name, who)
    const unitId = await unionAt(path)
    const { id } = await api(who).start({ documentId: document.id, line: 'sample', kind: 'people', unitId })
    await runImport(house, id)
    return id
  }
  const confirm = async (id: string, who?: Who, options: Record<string, string> = {}) => {
    const { columns } = await api(who).preview({ id })
    const map = Object.fromEntries(columns.flatMap(({ key, column }) => (column === null ? [] : [[key, column]])))
    await api(who).map({ id, map, options })
  }
  const run = async (id: string, who?: Who) => {
    await runImport(house, id)
    return api(who).get({ id })
  }
  const check = async (id: string, who?: Who) => run((await api(who).check({ id })).id, who)
  const store = async (id: string, who?: Who) => run((await api(who).store({ id })).id, who)
  const undo = async (id: string, who?: Who) => run((await api(who).undo({ id, reason: '传错了表' })).id, who)
  /** Ready to be stored. */
  const checked = async (lines: readonly Line[], who?: Who) => {
    const id = await begin(await sheetOf(lines), undefined, who)
    await confirm(id, who)
    await check(id, who)
    return id
  }
  /** From the file to the register. */
  const bring = async (lines: readonly Line[], who?: Who) => store(await checked(lines, who), who)
  const copy = async (id: string, isAll: boolean) => {
    const { id: copyId } = await api().errorCopy({ id, isAll })
    await runCopy(house, copyId)
    return (await api().get({ id })).copies[0]
  }
  return { ...place, actors, api, unionAt, upload, begin, confirm, check, store, undo, checked, bring, copy }
}
export type Imports = Awaited<ReturnType<typeof openImports>>
