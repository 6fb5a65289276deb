import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { testDatabase } from '../testing/database.ts'
import { initialsOf, personInitials } from './initials.ts'
import { endOfPrefix, startsWith } from './prefix.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((one) => !one.includes('\0') && one.isWellFormed())
const bytes = (one: string) => Buffer.from(one)

describe('the end of a prefix', () => {
  it('lies after every text that begins with it, and before every later text', () => {
    fc.assert(
      fc.property(text.filter(Boolean), text, text, (prefix, tail, other) => {
        const end = endOfPrefix(prefix)
        if (end === null) return
        expect(Buffer.compare(bytes(prefix + tail), bytes(end))).toBeLessThan(0)
        const inRange = Buffer.compare(bytes(other), bytes(prefix)) >= 0 && Buffer.compare(bytes(other), bytes(end)) < 0
        expect(inRange).toBe(other.startsWith(prefix))
      }),
    )
  })

  it('steps over what is no character', () => {
    expect(endOfPrefix('张三')).toBe('张上')
    expect(endOfPrefix('\ud7ff')).toBe('\ue000')
    expect(endOfPrefix('a\u{10ffff}')).toBe('b')
    expect(endOfPrefix('')).toBeNull()
    expect(endOfPrefix('\u{10ffff}')).toBeNull()
  })
})

describe('on a database', () => {
  let db: Database
  beforeAll(async () => {
    db = await testDatabase()
  })
  afterAll(() => db.close())

  it('finds the same as a comparison letter by letter', async () => {
    const names = ['张三', '张三丰', '张上', '张', '张_三', '张%三', '李三', '']
    for (const prefix of ['张', '张三', '张_', '%', '']) {
      const { rows } = await sql<{
        name: string
      }>`select name from unnest(${names}::text[]) as t (name) where ${startsWith(sql.ref('name'), prefix)}`.execute(
        db.owner,
      )
      expect(rows.map((row) => row.name)).toEqual(names.filter((name) => name.startsWith(prefix)))
    }
  })
})

describe('initials', () => {
  it.each([
    ['平湖街道', 'phjd'],
    ['ABC（平湖）２号', 'abcph2h'],
    ['', ''],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
  it.each([
    ['单雄信', 'sxx'],
    ['阿依古丽·买买提', 'ayglmmt'],
    ['欧阳修', 'oyx'],
  ])('of the person %s are %s', (name, initials) => expect(personInitials(name)).toBe(initials))
})
