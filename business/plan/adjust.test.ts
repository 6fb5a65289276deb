import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlan, taskWords } from './testing.ts'

const year = 2026
const brands = 'legal-aid.streetBrands'
let room: Awaited<ReturnType<typeof openPlan>>
beforeAll(async () => {
  room = await openPlan([])
  const { source } = room
  await room.wang().startYear({ year, title: '2026 年度工作计划', source })
  const words = { title: '一街道一品牌', unit: '个', said: '全区不少于 11 个' }
  await room.wang().saveTarget({ year, figure: brands, comparator: '>=', number: 11, source, ...words })
  await room.wang().draftTask({ year, ...taskWords('企务公开示范单位') })
  await room.chen().issueYear({ year })
})
afterAll(() => room.district.close())

const targetOf = async (figure: string) => {
  const found = (await room.wang().plan({ year })).targets.find((one) => one.figure === figure)
  if (!found) throw new Error(`no target ${figure}`)
  return found
}

describe('an adjustment', () => {
  test('names each box that was left empty, and the words of the paper go with the number they worded', async () => {
    const { id: targetId } = await targetOf(brands)
    await expect(room.wang().propose({ targetId, aspect: 'number', reason: '' })).rejects.toMatchObject({
      status: 400,
      details: { fields: [{ path: 'reason' }, { path: 'number', message: '请填调整后的目标数' }] },
    })
    const [{ id: taskId = '' } = {}] = (await room.wang().plan({ year })).tasks
    await expect(room.wang().propose({ taskId, aspect: 'quarters', reason: '等上级文件' })).rejects.toMatchObject({
      details: { fields: [{ path: 'quarterFrom' }, { path: 'quarterTo' }] },
    })
    expect((await targetOf(brands)).said).toBe('全区不少于 11 个')
    const { id } = await room.wang().propose({ targetId, aspect: 'number', number: 12, reason: '新增一个街道试点' })
    await room.chen().approve({ id })
    expect(await targetOf(brands)).toMatchObject({ districtNumber: 12, said: '' })
  })

  test.each([
    ['in words', '二十'],
    ['below nothing', -1],
    ['beyond measure', 1e13],
    ['of three decimals', 12.345],
  ])('of a number %s is refused', async (_what, number) => {
    const { id: targetId } = await targetOf(brands)
    const wish = { targetId, aspect: 'number', number: number as number, reason: '试一试看' } as const
    await expect(room.wang().propose(wish)).rejects.toMatchObject({ status: 400 })
  })
})
