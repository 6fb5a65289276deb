import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from '../http/input.ts'
import { translate } from '../http/translate.ts'
import { action, client, query, shapes } from './contract.ts'
import { Failure } from './errors.ts'

const contract = {
  list: query('x.read', '列表', z.object({ ...shapes.page }), z.array(z.string())),
  close: action('x.close', '结案', z.object({ id: shapes.id, fen: shapes.fen }), z.null()),
}

describe('a client', () => {
  test('posts to the address of its line and endpoint and nowhere else', async () => {
    const sent: [string, unknown][] = []
    const api = client('x', contract, async (path, input) => {
      sent.push([path, input])
      return []
    })
    await api.list({ limit: 5 })
    expect(sent).toEqual([['/api/x/list', { limit: 5 }]])
    expect(Object.keys(api)).toEqual(['list', 'close'])
  })
})

describe('what comes in', () => {
  test('is filled up with defaults', () => {
    expect(parseInput(contract.list.input, undefined)).toEqual({ limit: 50 })
  })

  test('keeps no half characters of a text that was cut through an emoji', () => {
    expect(parseInput(z.object({ name: shapes.line(20) }), { name: ' 李敏\ud83d ' })).toEqual({ name: '李敏\ufffd' })
  })

  test('is refused with the fields at fault, in Chinese, also when a field is unknown', () => {
    const refusal = (raw: unknown) => {
      try {
        return parseInput(contract.close.input, raw)
      } catch (error) {
        return error as Failure
      }
    }
    expect(refusal({ id: 'x', fen: -1 })).toMatchObject({
      status: 400,
      message: '填写的内容有 2 处要改：编号格式不对，请从列表重新进入',
      details: { fields: [{ path: 'id' }, { path: 'fen', message: '金额不能是负数' }] },
    })
    expect(refusal({ id: '01890000-0000-7000-8000-000000000000', fen: 1, extra: 1 })).toMatchObject({ status: 400 })
    expect(refusal('text')).toMatchObject({ status: 400 })
    expect(refusal({ id: '01890000-0000-7000-8000-000000000000', fen: 1e300 })).toMatchObject({ status: 400 })
  })
})

describe('what goes wrong', () => {
  test('keeps its own sentence, gets one for what the database refuses, and a plain one for the rest', () => {
    expect(translate(new Failure(422, '不行')).message).toBe('不行')
    expect(translate(Object.assign(new Error('duplicate key'), { code: '23505' }))).toMatchObject({ status: 409 })
    const ours = translate(new TypeError('x is undefined'))
    expect(ours).toMatchObject({ status: 500, cause: expect.any(TypeError) })
    expect(ours.message).not.toContain('undefined')
  })
})
