import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type SmallPerson, small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { definePermissions } from '../access/permissions.ts'
import { action } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import { defineLine } from '../line.ts'
import { preparedBy, reading } from './ahead.ts'
import { perform } from './perform.ts'

const worked: string[] = []
const contract = {
  weigh: action('scales.weigh', '称一称', z.object({ text: z.string() }), z.object({ told: z.string() })),
}
/** Something slow: it writes through the same door while it works, which an open transaction on the embedded database would never let it. */
const scales = defineLine({
  slug: 'scales',
  title: '秤',
  chapter: 'together',
  contract,
  permissions: definePermissions({ 'scales.weigh': { street_officer: 'unit' } }),
  handlers: {
    weigh: preparedBy(
      async (house, actor, { text }: { text: string }) => {
        worked.push(text)
        if (text === '') fail(422, '请写点什么')
        const day = await reading(house, actor, async (ctx) => ctx.today)
        if (text === 'twice') await perform(house, scales, 'weigh', { text: 'inside' }, { actor })
        return `${day} ${text}`
      },
      async (ctx, _input, told) => {
        ctx.audit.reason = told
        return { told }
      },
    ),
  },
})

let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([scales])
})
afterAll(() => district.close())
beforeEach(() => void worked.splice(0))

const weigh = (text: string, { actor }: SmallPerson = small.officerLi, idempotencyKey?: string) =>
  perform(district.house, scales, 'weigh', { text }, { actor, idempotencyKey })

describe('work done before the transaction', () => {
  test('keeps nobody waiting: the same door is open meanwhile', async () => {
    expect(await weigh('twice')).toEqual({ told: '2026-03-02 twice' })
    expect(worked).toEqual(['twice', 'inside'])
  })

  test('is done once for one intent, however often 李敏 presses', async () => {
    const first = await weigh('gold', small.officerLi, 'one press')
    expect(await weigh('gold', small.officerLi, 'one press')).toEqual(first)
    expect(worked).toEqual(['gold'])
    await expect(weigh('lead', small.officerLi, 'one press')).rejects.toMatchObject({ status: 409 })
    expect(worked).toEqual(['gold'])
  })

  test('is not begun for somebody who may not, and its refusal leaves the key free', async () => {
    await expect(weigh('gold', small.riderZhang)).rejects.toMatchObject({ status: 403 })
    expect(worked).toEqual([])
    await expect(weigh('', small.officerLi, 'empty')).rejects.toMatchObject({ status: 422 })
    expect(await weigh('iron', small.officerLi, 'empty')).toEqual({ told: '2026-03-02 iron' })
  })
})
