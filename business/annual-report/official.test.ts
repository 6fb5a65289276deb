import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { openDocument } from '../../kernel/documents/documents.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { openUnions } from '../unions/testing.ts'
import { contract } from './contract.ts'
import { fileName } from './download.ts'
import { line } from './line.ts'
import { titleLines } from './official.ts'
import { said, text, YEAR } from './testing.ts'

let room: Awaited<ReturnType<typeof openUnions>>
let id = ''
let revision = 0
const as = (person: typeof small.officerWang) => room.district.as(person.actor, line, contract)
beforeAll(async () => {
  room = await openUnions(line)
  id = (await as(small.officerWang).open({ year: YEAR })).id
  const body = [text('按记录报告如下。'), said('年末基层工会', 'unions.alive'), said('规范化率', 'unions.regularRate')]
  revision = (await as(small.officerWang).save({ id, revision: 1, title: '区总工会2026年工作报告', body })).revision
})
afterAll(() => room.district.close())

async function file() {
  const { documentId, name } = await as(small.officerWang).download({ id })
  const { actor } = small.officerWang
  const chunks = await inTransaction(room.district.db, standingOf(actor), async (tx) => {
    const { stream } = await openDocument(newCtx(room.district.house, actor, tx), documentId)
    return stream.toArray()
  })
  return { name, bytes: Buffer.concat(chunks) }
}

describe('the report as a file', () => {
  test('is marked as a draft while it is one', async () => {
    const { name, bytes } = await file()
    expect(name).toBe('区总工会2026年工作报告（草稿）.docx')
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })

  test('once published is the same bytes whenever it is fetched', async () => {
    await as(small.leaderChen).publish({ id, revision })
    const first = await file()
    room.district.clock.advance({ days: 40 })
    const second = await file()
    expect(first.name).toBe('区总工会2026年工作报告（第1版）.docx')
    expect(second.bytes.equals(first.bytes)).toBe(true)
  })

  test('is named so that a disk takes it, and long titles still tell their editions apart', () => {
    const named = (title: string) => fileName({ title, edition: 2, state: 'published' })
    expect(named('关于“a/b”的\\报告:\n?*')).toBe('关于“a b”的 报告（第2版）.docx')
    expect(named('长'.repeat(80))).toBe(`${'长'.repeat(60)}（第2版）.docx`)
  })

  test('breaks a long title between its parts only', () => {
    expect(titleLines('龙岗区总工会2023年工作总结和2024年工作思路')).toEqual([
      '龙岗区总工会2023年工作总结',
      '和2024年工作思路',
    ])
    expect(titleLines('工作报告')).toEqual(['工作报告'])
  })
})
