import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCodes, dealt } from './chunk.ts'
import { engineReasons } from './kind.ts'
import { faultOf, fingerprintOf, mapOf, propose, rememberable } from './mapping.ts'
import { maskCell } from './masking.ts'
import { createPace } from './pace.ts'
import { createRowReader } from './row-reader.ts'
import { reader } from './sample-reader.ts'
import { type Facts, obstacleTo, states, verbs, verbsOpen } from './states.ts'

const context = { today: '2026-03-02', options: {} }
const read = () => createRowReader(reader, { name: 0, idNumber: 1, work: 2 }, context)
const good = ['张三', '11010519491231002X', '焊工']

describe('before the kind sees a row', () => {
  it.each([
    ['cell.damaged', { row: 2, cells: good, damaged: [1] }],
    [
      'cell.formula',
      { row: 2, cells: ['', good[1]!, 'x'], damaged: [], faults: [{ column: 0, kind: 'formula' as const }] },
    ],
    ['cell.error', { row: 2, cells: good, damaged: [], faults: [{ column: 1, kind: 'error' as const }] }],
  ] as const)('%s in a required column keeps it out', (code, raw) => {
    expect(
      read()({
        ...raw,
        cells: [...raw.cells],
        damaged: [...raw.damaged],
        faults: undefined,
        ...('faults' in raw ? { faults: [...raw.faults] } : {}),
      }),
    ).toMatchObject({
      value: null,
      reasons: [{ code, message: engineReasons[code] }],
    })
  })

  it('the same elsewhere counts as an empty cell, and the row goes in with a warning', () => {
    const row = read()({ row: 2, cells: good, damaged: [], faults: [{ column: 2, kind: 'error' }] })
    expect(row).toMatchObject({
      value: { work: '' },
      warnings: [{ code: 'cell.error', column: '工种' }, { code: 'work.missing' }],
    })
  })

  it('a second row about the same person names the first', () => {
    const take = read()
    take({ row: 2, cells: good, damaged: [] })
    expect(take({ row: 9, cells: ['李四', '11010519491231002x', ''], damaged: [] })).toMatchObject({
      reasons: [{ code: 'row.twice', message: expect.stringContaining('第 2 行') }],
    })
  })
})

describe('a mapping', () => {
  const fields = reader.fields
  it('is found again whatever the order of the columns', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(['甲', '乙', '丙'], { minLength: 3 }), (header) => {
        const known = rememberable(['甲', '乙', '丙'], { name: 0, idNumber: 1, work: 2 }, fields)
        const map = mapOf(propose(header, fields, known))
        expect([map.name, map.idNumber, map.work].map((at) => header[at ?? -1])).toEqual(['甲', '乙', '丙'])
        expect(fingerprintOf(header)).toBe(fingerprintOf(['丙', '甲', '乙']))
      }),
    ))

  it('remembers also that a column was left out on purpose', () => {
    const header = ['姓名', '证件号码', '工种']
    const known = rememberable(header, { name: 0, idNumber: 1 }, fields)
    expect(mapOf(propose(header, fields, known))).toEqual({ name: 0, idNumber: 1 })
    expect(faultOf({ name: 0, idNumber: 1 }, fields, 3)).toBeNull()
  })
})

it('covers every number that may be somebody’s, and no day', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9,18}$/), (digits) => {
      const shown = maskCell(`号${digits}`)
      expect(shown).toHaveLength(digits.length + 1)
      expect(shown.replace(/\D/g, '')).toHaveLength(5)
      expect(['2026-01-05', '20260105'].map(maskCell)).toEqual(['2026-01-05', '20260105'])
    }),
  ))

it('counts a row once for each of its codes and keeps the first sentence', () => {
  const reason = (code: string, message: string) => ({ column: '', code, message })
  const noted = (row: number, ...reasons: ReturnType<typeof reason>[]) => ({ row, isRefused: true, reasons })
  const codes = countCodes({}, [
    noted(2, reason('a', '一'), reason('a', '二'), reason('b', '三')),
    noted(3, reason('a', '四')),
  ])
  expect(codes).toEqual({ a: { rows: 2, refused: 2, example: '一' }, b: { rows: 1, refused: 1, example: '三' } })
})

it('does not take fewer outcomes than rows', () => {
  expect(() => dealt([{ row: 2, value: {}, warnings: [] }], { outcomes: [], written: [] })).toThrow('fewer outcomes')
})

it('writes more at once where it is quick and less where it is slow, within bounds', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.1, max: 5000, noNaN: true }), { maxLength: 50 }), (times) => {
      const pace = createPace('pglite')
      for (const time of times) pace.note(pace.size(), time)
      expect(pace.size()).toBeGreaterThanOrEqual(25)
      expect(pace.size()).toBeLessThanOrEqual(500)
    }),
  ))

describe('what may be done when', () => {
  const facts: Facts = {
    state: 'stored',
    position: 10,
    total: 10,
    written: 5,
    failedIn: null,
    undoUntil: '2026-03-09T15:59:59.999Z',
    isLookDue: false,
    isSender: true,
    isFileGone: false,
  }
  const now = '2026-03-02T01:00:00.000Z'
  it('follows from the state, and every refusal is a sentence', () => {
    for (const state of Object.keys(states) as (keyof typeof states)[])
      for (const verb of Object.keys(verbs) as (keyof typeof verbs)[]) {
        const obstacle = obstacleTo(verb, { ...facts, state }, now)
        if (obstacle !== null) expect(obstacle).toMatch(/^[一-龥“”，。、；]+$/)
      }
    expect(verbsOpen(facts, now)).toEqual(['undo'])
    expect(verbsOpen({ ...facts, position: 3 }, now)).toEqual(['store', 'undo'])
    expect(verbsOpen({ ...facts, isSender: false, position: 3 }, now)).toEqual(['undo'])
    expect(verbsOpen({ ...facts, state: 'undone' }, now)).toEqual([])
  })
})
