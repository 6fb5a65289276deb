import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import type { House } from '../ctx.ts'
import { inTransaction, openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { notice } from '../notify/notices.ts'
import { lineJob, type RegisteredJob } from './registered.ts'
import { FEDERATION, smallHouse } from './small-house.ts'

/** Writes its number into an inbox, slowly enough to be killed in the middle. */
export const slowNote = (house: House, milliseconds: number): RegisteredJob =>
  lineJob(house, 'notes', {
    name: 'notes.write',
    title: '记一笔',
    async run(ctx, data) {
      await notice(ctx, { recipientId: uuidv7(), line: 'notes', recordId: null, title: String(data), body: '' })
      await new Promise((done) => setTimeout(done, milliseconds))
    },
  })

/** A process that asks for jobs, says which were acknowledged and that some are done, and works on them until it is killed. */
async function workUntilKilled(where: { url: string } | { dataDir: string }): Promise<void> {
  const db = await openDatabase(where)
  await migrate(db)
  const place = await smallHouse({ on: db, jobs: { isManual: false } })
  const slow = slowNote(place.house, 200)
  const told: RegisteredJob = {
    ...slow,
    async run(data, settle) {
      await slow.run(data, settle)
      process.stdout.write('done\n')
    },
  }
  await place.jobs.start([told])
  const standing = { federationId: FEDERATION, scope: '', personId: '', accountId: '' }
  for (let n = 1; ; n++) {
    await inTransaction(db, standing, (tx) => place.house.later(tx, 'notes.write', n))
    process.stdout.write(`${n}\n`)
    if (n > 50) await new Promise((done) => setTimeout(done, 50))
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { url: { type: 'string' }, dir: { type: 'string' } } })
  await workUntilKilled(values.url ? { url: values.url } : { dataDir: values.dir ?? '' })
}
