import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { standingOf } from '../access/actor.ts'
import { asOwner, inTransaction } from '../db/database.ts'
import {
  attachDocuments,
  listDocuments,
  mostWaiting,
  openDocument,
  type Purpose,
  removeDocument,
  uploadDocument,
} from './documents.ts'
import { documentNumber } from './number.ts'
import { samples } from './sample-files.ts'
import { sweepDocuments } from './sweep.ts'
import { matters, openRoom, people } from './test-room.ts'

let room: Awaited<ReturnType<typeof openRoom>>
beforeAll(async () => {
  room = await openRoom()
})
afterAll(() => room.close())
beforeEach(() => asOwner(room.db, (tx) => tx.deleteFrom('documents').execute()))

const upload = async (who: Actor, name = '工资条.png', purpose: Purpose = 'attachment') =>
  (await room.act(who, (ctx) => uploadDocument(ctx, { name, bytes: samples.png, purpose }))).id
const attach = (who: Actor, recordId: string, ids: string[], workerMaySee = false) =>
  room.act(who, (ctx) => attachDocuments(ctx, { line: 'appeals', recordId, ids, workerMaySee }))
const handIn = async (who: Actor, recordId = matters.worker, workerMaySee = false) => {
  const id = await upload(who)
  await attach(who, recordId, [id], workerMaySee)
  return id
}
const read = (who: Actor, id: string) => room.act(who, async (ctx) => buffer((await openDocument(ctx, id)).stream))
const listed = async (who: Actor, recordId = matters.worker) =>
  (await room.act(who, (ctx) => listDocuments(ctx, recordId))).map((document) => document.id)

describe('a file that a worker uploads', () => {
  it('comes back whole, under its name, which the database does not show', async () => {
    const card = await room.act(people.worker, (ctx) =>
      uploadDocument(ctx, { name: '张三病历.png', stream: Readable.from([samples.png]) }),
    )
    expect(card).toMatchObject({ name: '张三病历.png', mediaType: 'image/png', bytes: samples.png.length })
    expect(await read(people.worker, card.id)).toEqual(samples.png)
    const row = await room.db.owner.selectFrom('documents').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain('张三')
  })

  it('is nobody else’s to open before it is handed in', async () => {
    const id = await upload(people.worker)
    for (const who of [
      people.otherWorker,
      people.officer,
      people.district,
      people.lawyer,
      people.anonymous,
      people.nobody,
      people.neighbour,
    ]) {
      await expect(read(who, id)).rejects.toMatchObject({ status: 404 })
    }
  })

  it('goes with the matter once handed in, and the matter’s officers and lawyer see it', async () => {
    const id = await handIn(people.worker)
    for (const who of [people.worker, people.officer, people.district, people.lawyer]) {
      expect(await listed(who)).toEqual([id])
      expect(await read(who, id)).toEqual(samples.png)
    }
    for (const who of [people.otherWorker, people.elsewhere, people.anonymous, people.neighbour, people.nobody]) {
      expect(await listed(who)).toEqual([])
      await expect(read(who, id)).rejects.toMatchObject({ status: 404 })
    }
  })

  it('needs a person or a receipt', async () => {
    await expect(upload(people.nobody)).rejects.toMatchObject({ status: 401 })
    const id = await handIn(people.anonymous, matters.anonymous)
    expect(await listed(people.anonymous, matters.anonymous)).toEqual([id])
  })

  it('may be uploaded twice', async () => {
    const ids = [await upload(people.worker), await upload(people.worker)]
    await attach(people.worker, matters.worker, ids)
    expect(await listed(people.worker)).toEqual(ids)
  })
})

describe('a file that an officer adds', () => {
  it('stays among the officers unless the worker may see it', async () => {
    const inner = await handIn(people.officer)
    const shown = await handIn(people.officer, matters.worker, true)
    expect(await listed(people.worker)).toEqual([shown])
    expect((await listed(people.district)).sort()).toEqual([inner, shown].sort())
    await expect(read(people.worker, inner)).rejects.toMatchObject({ status: 404 })
    expect(await read(people.worker, shown)).toEqual(samples.png)
  })

  it('may belong to a matter that nobody raised', async () => {
    const id = await handIn(people.officer, matters.unraised)
    expect(await listed(people.district, matters.unraised)).toEqual([id])
  })
})

describe('handing in', () => {
  it('takes only one’s own waiting files, all or none', async () => {
    const own = await upload(people.worker)
    const others = await upload(people.otherWorker)
    await expect(attach(people.worker, matters.worker, [own, others])).rejects.toMatchObject({ status: 404 })
    expect(await listed(people.officer)).toEqual([])
    await attach(people.worker, matters.worker, [own, own])
    await expect(attach(people.worker, matters.worker, [own])).rejects.toMatchObject({ status: 404 })
    await attach(people.worker, matters.worker, [])
    expect(await listed(people.officer)).toEqual([own])
  })

  it('reaches no matter that one does not see', async () => {
    const id = await upload(people.worker)
    await expect(attach(people.worker, matters.elsewhere, [id])).rejects.toMatchObject({ code: '42501' })
    await expect(attach(people.worker, matters.neighbour, [id])).rejects.toMatchObject({ code: '42501' })
  })

  it('stops at twenty files of one matter, and says how many are left', async () => {
    const ids: string[] = []
    for (let i = 0; i < 21; i++) ids.push(await upload(people.worker))
    await expect(attach(people.worker, matters.worker, ids)).rejects.toMatchObject({ status: 422 })
    await attach(people.worker, matters.worker, ids.slice(0, 19))
    await expect(attach(people.worker, matters.worker, ids.slice(19))).rejects.toThrow('还能放 1 个')
    await attach(people.worker, matters.worker, ids.slice(19, 20))
    expect(await listed(people.worker)).toHaveLength(20)
  })

  it('must come before too many files wait', async () => {
    const row = await upload(people.worker).then(() =>
      room.db.owner.selectFrom('documents').selectAll().executeTakeFirstOrThrow(),
    )
    const many = Array.from({ length: mostWaiting }, (_, i) => ({
      ...row,
      id: `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`,
      stored_as: `x${i}`,
    }))
    await asOwner(room.db, (tx) => tx.insertInto('documents').values(many).execute())
    const before = room.filesOnDisk()
    await expect(upload(people.worker)).rejects.toMatchObject({ status: 429 })
    expect(room.filesOnDisk()).toBe(before)
  })
})

describe('removing', () => {
  it('takes a file out of sight with who, when and why, and keeps the content', async () => {
    const id = await handIn(people.worker)
    const before = room.filesOnDisk()
    await expect(room.act(people.officer, (ctx) => removeDocument(ctx, id, ' '))).rejects.toMatchObject({ status: 422 })
    await room.act(people.officer, (ctx) => removeDocument(ctx, id, '传错了，是别人的病历'))
    expect(await listed(people.officer)).toEqual([])
    await expect(read(people.worker, id)).rejects.toMatchObject({ status: 404 })
    expect(room.filesOnDisk()).toBe(before)
    const row = await room.db.owner.selectFrom('documents').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      removed_by: people.officer.personId,
      removed_reason: '传错了，是别人的病历',
      removed_at: room.clock(),
    })
  })

  it('is for the uploader and the officers of the matter alone', async () => {
    const shown = await handIn(people.officer, matters.worker, true)
    await expect(room.act(people.worker, (ctx) => removeDocument(ctx, shown, '不要'))).rejects.toMatchObject({
      status: 403,
    })
    await expect(room.act(people.elsewhere, (ctx) => removeDocument(ctx, shown, '不要'))).rejects.toMatchObject({
      status: 404,
    })
    const own = await upload(people.worker)
    await room.act(people.worker, (ctx) => removeDocument(ctx, own, ''))
    await expect(attach(people.worker, matters.worker, [own])).rejects.toMatchObject({ status: 404 })
  })
})

describe('the wall in the database', () => {
  const all = (who: Actor) =>
    inTransaction(room.db, standingOf(who), async (tx) =>
      (await sql<{ id: string }>`select id from documents`.execute(tx)).rows.map((row) => row.id),
    )

  it('shows a select without where no more than the screens do', async () => {
    const own = await handIn(people.worker)
    const inner = await handIn(people.officer)
    const waiting = await upload(people.otherWorker)
    const elsewhere = await handIn(people.otherWorker, matters.elsewhere)
    const foreign = await handIn(people.neighbour, matters.neighbour)
    expect(await all(people.worker)).toEqual([own])
    expect((await all(people.officer)).sort()).toEqual([own, inner].sort())
    expect((await all(people.otherWorker)).sort()).toEqual([waiting, elsewhere].sort())
    expect((await all(people.district)).sort()).toEqual([own, inner, elsewhere].sort())
    expect(await all(people.neighbour)).toEqual([foreign])
    expect(await all(people.administrator)).toEqual([])
    expect(await all(people.nobody)).toEqual([])
    const noStanding = { federationId: '440307', scope: '', personId: '', accountId: '' }
    expect(await inTransaction(room.db, noStanding, (tx) => tx.selectFrom('documents').select('id').execute())).toEqual(
      [],
    )
  })

  it.each([
    ['delete a row', sql`delete from documents`],
    ['exchange the content', sql`update documents set stored_as = 'other'`],
    ['change the fingerprint', sql`update documents set digest = repeat('0', 64)`],
    ['take a file over', sql`update documents set uploader_id = nf_person()`],
  ])('lets nobody %s', async (_, statement) => {
    await handIn(people.worker)
    await expect(
      inTransaction(room.db, standingOf(people.officer), (tx) => statement.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('lets nobody upload in another’s name or straight into a matter', async () => {
    await upload(people.worker)
    const row = await room.db.owner.selectFrom('documents').selectAll().executeTakeFirstOrThrow()
    const insert = (change: Partial<typeof row>) =>
      inTransaction(room.db, standingOf(people.otherWorker), (tx) =>
        tx
          .insertInto('documents')
          .values({ ...row, id: matters.unraised, stored_as: 'y', ...change })
          .execute(),
      )
    await expect(insert({})).rejects.toMatchObject({ code: '42501' })
    const straight = { line: 'appeals', record_id: matters.elsewhere, attached_at: room.clock() }
    await expect(insert({ uploader_id: people.otherWorker.personId ?? '', ...straight })).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('does not let the worker change what an officer showed him', async () => {
    const shown = await handIn(people.officer, matters.worker, true)
    const changed = await inTransaction(room.db, standingOf(people.worker), (tx) =>
      tx.updateTable('documents').set({ worker_may_see: false }).where('id', '=', shown).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })
})

describe('the nightly sweep', () => {
  it('forgets what was never handed in after thirty days, and deletes what no row knows', async () => {
    await sweepDocuments(room.house)
    const kept = await handIn(people.worker)
    await upload(people.worker)
    room.clock.advance({ days: 31 })
    const fresh = await upload(people.worker)
    for (const entry of readdirSync(room.dir, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), 0, 0)
    }
    const { forgotten } = await sweepDocuments(room.house)
    room.clock.set('2026-03-10T01:00:00.000Z')
    expect(forgotten).toBe(1)
    expect(room.filesOnDisk()).toBe(2)
    expect(await read(people.worker, kept)).toEqual(samples.png)
    expect(await read(people.worker, fresh)).toEqual(samples.png)
  })
})

describe('the number of a document', () => {
  const next = (who: Actor, kind = '监') => room.act(who, (ctx) => documentNumber(ctx, '龙工', kind))

  it('runs per union, kind and year, in six-corner brackets and without leading zeros', async () => {
    expect(await next(people.district)).toBe('龙工监〔2026〕1号')
    expect(await next(people.district)).toBe('龙工监〔2026〕2号')
    expect(await next(people.district, '提')).toBe('龙工提〔2026〕1号')
    expect(await next(people.officer)).toBe('龙工监〔2026〕1号')
    room.clock.set('2026-12-31T16:00:00.000Z')
    expect(await next(people.district)).toBe('龙工监〔2027〕1号')
    room.clock.set('2026-03-10T01:00:00.000Z')
  })

  it('is given back when the action fails, so that none is missing', async () => {
    const failing = room.act(people.district, async (ctx) => {
      await documentNumber(ctx, '龙工', '函')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const numbers = await Promise.all(Array.from({ length: 5 }, () => next(people.district, '函')))
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5].map((n) => `龙工函〔2026〕${n}号`))
  })

  it('is for unions only and in Chinese only', async () => {
    await expect(next(people.worker)).rejects.toMatchObject({ status: 403 })
    await expect(next(people.district, 'A')).rejects.toMatchObject({ status: 422 })
  })
})
