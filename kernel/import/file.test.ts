import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { standingOf } from '../access/actor.ts'
import { inTransaction } from '../db/database.ts'
import { openDocument } from '../documents/documents.ts'
import { readTable } from '../exchange/table.ts'
import { newCtx } from '../http/new-ctx.ts'
import { people } from './sample-sheet.ts'
import { type Imports, openImports } from './small-imports.ts'
import { tidyImports } from './tidy.ts'

let place: Imports
let first = 0
beforeAll(async () => {
  place = await openImports()
  return () => place.close()
})
const mine = (count: number) => {
  first += 100
  return people(count, first)
}

describe('the copy with reasons', () => {
  it('is their own sheet, same columns and cells, with one column more, and reads in again', async () => {
    const bad = ['=李四', '123', '焊工'] as const
    const done = await place.bring([...mine(3), bad])
    for (const [isAll, rows] of [
      [false, 1],
      [true, 4],
    ] as const) {
      const copy = await place.copy(done.id, isAll)
      const actor = place.actors.li
      const content = await inTransaction(place.db, standingOf(actor), async (tx) =>
        buffer((await openDocument(newCtx(place.house, actor, tx), copy?.documentId ?? '')).stream),
      )
      const table = await readTable(
        (async function* () {
          yield content
        })(),
      )
      expect(table.header).toEqual(['姓名', '证件号码', '工种', '未导入原因'])
      const read = []
      for await (const row of table.rows) read.push(row.cells)
      expect(read).toHaveLength(rows)
      expect(read.at(-1)).toEqual(['=李四', '123', '焊工', expect.stringContaining('证件号码：')])
    }
  })
})

describe('after the time for an undo', () => {
  it('the file and what an undo would need are gone, and the undo says so', async () => {
    const done = await place.bring(mine(2))
    expect(done.undoUntil).toBe('2026-01-12T15:59:59.999Z')
    place.clock.set('2026-01-13T01:00:00.000Z')
    await expect(place.api().undo({ id: done.id, reason: '晚了' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('已过撤销期限'),
    })
    await tidyImports(place.house)
    expect(await place.api().get({ id: done.id })).toMatchObject({ isFileGone: true })
    await expect(place.api().errorCopy({ id: done.id })).rejects.toMatchObject({ status: 409 })
    place.clock.set('2026-01-05T01:00:00.000Z')
  })
})
