import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Sealer } from '../kernel/crypto/seal.ts'
import { asOwner, type Database } from '../kernel/db/database.ts'
import { castPersonRow, castPostRows } from './cast.ts'
import { allEnterprises } from './enterprises.ts'
import { type BulkRow, type BulkTable, insertRows } from './insert.ts'
import { officers } from './officers.ts'
import { personAt, personId } from './persons.ts'
import { PERSONS } from './recipe.ts'
import { enterpriseRow, orgRows, personRow } from './rows.ts'
import { codeRows, district, FEDERATION } from './tree.ts'

export type LoadOptions = {
  /** Told after every step: rows done, rows in all, and what they are, in Chinese. */
  onProgress?: (done: number, total: number, label: string) => void
  /** How many workers, in whole thousands; all 260 000 when absent. A later load in full adds the rest. */
  persons?: number
}

/** Rows that come or fail together. `table` and `mark` name the last of them: when it is there, all are. */
type Chunk = {
  label: string
  table: 'orgs' | 'enterprises' | 'persons' | 'posts'
  mark: string
  size: number
  make: () => Batch[]
}
type Batch = { table: BulkTable; rows: readonly BulkRow[] }

/** A thousand rows hold the event loop for less than a tenth of a second. */
const CHUNK = 1_000

/**
 * Fills the database with the demonstration district: tree, enterprises, people, officers. Each chunk is one transaction, so a load that was interrupted
 * at any point, also by kill -9, is carried on by calling it again, with the same rows in the end. Gives way to other work between chunks.
 * @throws what the database throws; nothing is left half done within a chunk
 */
export async function loadDistrict(
  db: Database,
  sealer: Sealer,
  { onProgress, persons = PERSONS }: LoadOptions = {},
): Promise<void> {
  await addFederation(db)
  const chunks = chunksOf(sealer, persons)
  const present = await marksPresent(db, chunks)
  const total = chunks.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const { label, mark, size, make } of chunks) {
    if (!present.has(mark)) {
      if (mark === lastPost()) await analyze(db)
      const batches = make()
      await asOwner(db, async (tx) => {
        for (const { table, rows } of batches) await insertRows(tx, table, rows)
      })
      await setImmediate()
    }
    done += size
    onProgress?.(done, total, label)
  }
}

/** Whether the district is there in full, with all its workers. */
export async function isDistrictLoaded(db: Database): Promise<boolean> {
  const last = (table: 'persons' | 'posts', id: string) =>
    db.owner
      .selectFrom(table)
      .select('id')
      .where('federation_id', '=', FEDERATION)
      .where('id', '=', id)
      .executeTakeFirst()
  return Boolean((await last('persons', personId(PERSONS - 1))) && (await last('posts', lastPost())))
}

const lastPost = () => officers.findLast(({ postId }) => postId)!.postId!

async function addFederation(db: Database): Promise<void> {
  await db.owner
    .insertInto('federations')
    .values({ id: FEDERATION, name: district.name, short_name: '区总工会' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Source = {
  label: string
  table: Chunk['table']
  count: number
  idAt: (n: number) => string
  rowAt: (n: number) => BulkRow
}

function chunksOf(sealer: Sealer, persons: number): Chunk[] {
  const orgs = orgRows()
  const firms = allEnterprises()
  const sources: Source[] = [
    { label: '工会组织', table: 'orgs', count: orgs.length, idAt: (n) => orgs[n]!.id, rowAt: (n) => orgs[n]! },
    {
      label: '企业',
      table: 'enterprises',
      count: firms.length,
      idAt: (n) => firms[n]!.id,
      rowAt: (n) => enterpriseRow(firms[n]!),
    },
    { label: '职工', table: 'persons', count: persons, idAt: personId, rowAt: (n) => personRow(personAt(n), sealer) },
  ]
  const cast = (): Batch[] => [
    { table: 'persons', rows: officers.map((officer) => castPersonRow(officer, sealer)) },
    { table: 'posts', rows: officers.flatMap(castPostRows) },
    { table: 'org_codes', rows: codeRows() },
  ]
  return [
    ...sources.flatMap(split),
    { label: '工会干部', table: 'posts', mark: lastPost(), size: officers.length, make: cast },
  ]
}

function split({ label, table, count, idAt, rowAt }: Source): Chunk[] {
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, i) => {
    const from = i * CHUNK
    const size = Math.min(CHUNK, count - from)
    const make = () => [{ table, rows: Array.from({ length: size }, (_, k) => rowAt(from + k)) }]
    return { label, table, mark: idAt(from + size - 1), size, make }
  })
}

async function marksPresent(db: Database, chunks: readonly Chunk[]): Promise<Set<string>> {
  const present = new Set<string>()
  for (const table of ['orgs', 'enterprises', 'persons', 'posts'] as const) {
    const marks = chunks.filter((chunk) => chunk.table === table).map(({ mark }) => mark)
    const rows = await db.owner
      .selectFrom(table)
      .select('id')
      .where('federation_id', '=', FEDERATION)
      .where('id', 'in', marks)
      .execute()
    for (const { id } of rows) present.add(id)
  }
  return present
}

/** The embedded database gathers no statistics by itself, and without them plans go astray. Done before the last chunk, whose mark then proves it. */
async function analyze(db: Database): Promise<void> {
  for (const table of ['orgs', 'enterprises', 'persons']) {
    await sql`analyze ${sql.table(table)}`.execute(db.owner)
    await setImmediate()
  }
}
