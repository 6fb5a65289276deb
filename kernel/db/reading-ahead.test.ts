import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { standingOf } from '../access/actor.ts'
import { Connection } from './connection.ts'
import { type Database, inTransaction } from './database.ts'
import { kyselyOver, type Source } from './driver.ts'

/** A server that takes its time over the opening, and refuses it when told to. */
function slowServer(refusal?: Error) {
  const heard: string[] = []
  const connection = new Connection(async (text) => {
    heard.push(text.split(/[ ;]/)[0] as string)
    if (!text.startsWith('BEGIN')) return { rows: [{ secret: 42 }], affected: 1, command: undefined }
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (refusal) throw refusal
    return { rows: [], affected: undefined, command: undefined }
  })
  const source: Source = { acquire: async () => connection, release: async () => {}, close: async () => {} }
  const db: Database = {
    engine: 'postgres',
    source,
    owner: kyselyOver(source),
    ownerWithDates: kyselyOver(source),
    close: async () => {},
  }
  return { db, heard }
}

const li = standingOf(small.officerLi.actor)

test('a reading sends its first statement behind the opening and commits at the end', async () => {
  const { db, heard } = slowServer()
  const read = inTransaction(db, li, (tx) => sql`select secret`.execute(tx), { readOnly: true })
  expect((await read).rows).toEqual([{ secret: 42 }])
  expect(heard).toEqual(['BEGIN', 'select', 'COMMIT'])
})

test('when its opening fails, what was read without it is given to nobody', async () => {
  const { db, heard } = slowServer(new Error('no such role'))
  const read = inTransaction(db, li, (tx) => sql`select secret`.execute(tx), { readOnly: true })
  await expect(read).rejects.toThrow('no such role')
  expect(heard).toEqual(['BEGIN', 'select', 'ROLLBACK'])
})

test('a writing waits for its opening, and writes nothing when that fails', async () => {
  const { db, heard } = slowServer(new Error('no such role'))
  const write = inTransaction(db, li, (tx) => sql`insert into t`.execute(tx))
  await expect(write).rejects.toThrow('no such role')
  expect(heard).toEqual(['BEGIN'])
})
