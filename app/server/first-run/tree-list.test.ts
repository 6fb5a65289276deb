import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmall } from '../../../district/testing.ts'
import { operator } from '../../cli/operator.ts'
import { bringTree, readTree } from './tree.ts'

let room: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  room = await openSmall([])
})
afterAll(() => room.close())

const header = '上级名称或代码,名称,代码,类型,等级\n'
const look = async (rows: string, first = header) =>
  bringTree(room.house, operator('440307'), await readTree(Readable.from([Buffer.from(first + rows)])), true)
const reasons = async (rows: string) => (await look(rows)).errors.map(({ row, message }) => `${row} ${message}`)

test('parents may stand below their children, and in the database', async () => {
  expect(
    await look(
      '新区街道,新村社区,,,\n,新区街道,,,\n平湖街道,新增社区,,,\n白泥坑社区,某某厂工会,,,\n440307003,又一社区,,,\n',
    ),
  ).toEqual({ added: 5, known: 0, errors: [] })
})

test('the kind follows from the place when it is not written', async () => {
  const report = await look(
    '龙岗区总工会,新区街道,,,\n新区,新村,,社区,\n新村,某某厂工会,,,\n新区街道,街道机关工会,,基层工会,\n',
  )
  expect(report).toEqual({ added: 4, known: 0, errors: [] })
})

test('a street and a community of one name are told apart', async () => {
  expect(await look(',新湖街道,,街道,\n新湖街道,新湖社区,,社区,\n新湖社区,某某厂工会,,,\n')).toEqual({
    added: 3,
    known: 0,
    errors: [],
  })
})

test('the other layout, with a way down from the street, is read as well', async () => {
  expect(await look('平湖街道,新开社区,某某厂工会\n', '街道,社区,工会名称\n')).toEqual({
    added: 1,
    known: 0,
    errors: [],
  })
})

test('every row at fault is named with what to do, and hinders no other', async () => {
  expect(await reasons('丙社区,丁工会,,,\n,新区街道,,街道,\n')).toEqual([
    '2 没有找到上级“丙社区”，请核对名称，或把上级也写进表里',
  ])
  expect(await reasons('乙,甲,,,\n甲,乙,,,\n')).toEqual(expect.arrayContaining([expect.stringContaining('绕了一圈')]))
  expect(await reasons('没有,丁街道,,,\n丁街道,戊社区,,,\n')).toEqual([
    expect.stringContaining('2 没有找到上级'),
    expect.stringContaining('3 上级“丁街道”那一行有问题'),
  ])
  expect(await reasons(',甲厂工会,,基层工会,\n')).toEqual([expect.stringContaining('请补上所在街道')])
  expect(await reasons('白泥坑社区,甲厂工会,,,\n甲厂工会,车间工会,,,\n')).toEqual([
    expect.stringContaining('3 基层工会下面'),
  ])
  expect(await reasons('平湖街道,新社区,,村,\n')).toEqual([expect.stringContaining('类型“村”不认识')])
  expect(await reasons('平湖街道,新社区,,社区,九级\n')).toEqual([expect.stringContaining('等级“九级”不认识')])
  expect(await reasons('平湖街道,,123,社区,\n')).toEqual([expect.stringContaining('名称')])
})
