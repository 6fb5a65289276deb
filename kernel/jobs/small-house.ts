import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Role } from '../access/roles.ts'
import { type FixedClock, fixedClock } from '../calendar/clock.ts'
import { createCalendar } from '../calendar/holidays.ts'
import { freshKeys } from '../crypto/keys.ts'
import { createSealer } from '../crypto/seal.ts'
import type { House } from '../ctx.ts'
import { asOwner, type Database } from '../db/database.ts'
import { createFileStore } from '../documents/store.ts'
import { testDatabase } from '../testing/database.ts'
import { createJobs, type Jobs, type JobsOptions } from './jobs.ts'

export const FEDERATION = '440307'
export const DISTRICT = '440307.'
export const STREET = '440307.003.'
export const COMMUNITY = '440307.003.012.'

export type SmallHouse = { db: Database; house: House; jobs: Jobs; clock: FixedClock; close(): Promise<void> }

/** A house of three unions, one below the other, for the tests of jobs and notices. It stands on Monday, 5 January 2026, 09:00 in Shanghai. */
export async function smallHouse(
  parts: Partial<House> & { jobs?: Partial<JobsOptions>; on?: Database } = {},
): Promise<SmallHouse> {
  const { jobs: options, on, ...rest } = parts
  const db = on ?? (await testDatabase())
  const clock = fixedClock('2026-01-05T01:00:00.000Z')
  const jobs = createJobs({ db, federationId: FEDERATION, clock, isManual: true, ...options })
  const house = { ...houseOn(db, jobs, clock), ...rest }
  await settle(db)
  return {
    db,
    house,
    jobs,
    clock,
    async close() {
      await jobs.stop()
      await db.close()
    },
  }
}

/** The same house over a database that is settled already. */
export function houseOn(db: Database, jobs: Jobs, clock: () => string): House {
  const sealer = createSealer(freshKeys())
  const files = createFileStore({ dir: join(tmpdir(), 'nuanfeng-small-house'), sealer, maxBytes: 1 })
  const calendar = createCalendar()
  return {
    db,
    federationId: FEDERATION,
    lines: [],
    sealer,
    files,
    clock,
    calendar,
    rules: [],
    refresh: async () => {},
    later: jobs.later,
  }
}

async function settle(db: Database): Promise<void> {
  await asOwner(db, async (tx) => {
    await tx.insertInto('federations').values({ id: FEDERATION, name: '龙岗区总工会', short_name: '区总' }).execute()
    const district = { kind: 'district', path: DISTRICT, name: '龙岗区总工会', short_name: '区总工会' } as const
    const street = { kind: 'street', path: STREET, name: '坂田街道总工会', short_name: '坂田街道总工会' } as const
    const community = {
      kind: 'community',
      path: COMMUNITY,
      name: '象角塘社区工联会',
      short_name: '象角塘工联会',
    } as const
    const rows = [district, street, community].map((org) => ({
      ...org,
      federation_id: FEDERATION,
      id: uuidv7(),
      code: org.path,
      valid_from: '2020-01-01',
    }))
    await tx.insertInto('orgs').values(rows).execute()
  })
}

/** A person of the community; with a role and a path also in that post since 2020. @returns the person's id */
export async function addPerson(
  db: Database,
  name: string,
  post?: { role: Role; path: string; until?: string },
): Promise<string> {
  const id = uuidv7()
  await asOwner(db, async (tx) => {
    await tx
      .insertInto('persons')
      .values({ federation_id: FEDERATION, id, org_path: COMMUNITY, name, sex: 'unknown' })
      .execute()
    if (!post) return
    const org = await tx.selectFrom('orgs').select('id').where('path', '=', post.path).executeTakeFirstOrThrow()
    const row = {
      id: uuidv7(),
      person_id: id,
      org_id: org.id,
      org_path: post.path,
      role: post.role,
      title: '干部',
      valid_from: '2020-01-01',
    }
    await tx
      .insertInto('posts')
      .values({ federation_id: FEDERATION, ...row, valid_to: post.until ?? null })
      .execute()
  })
  return id
}
