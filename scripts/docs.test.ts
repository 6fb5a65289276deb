import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fill, tableOf } from './docs/blocks.ts'
import { generatedPages } from './docs.ts'

const root = resolve(import.meta.dirname, '..')

describe('what the pages say of the lines', () => {
  test.each(generatedPages())('$file is as the lines are; else run node scripts/docs.ts', ({ present, fresh }) => {
    expect(present).toBe(fresh)
  })

  test('a line that is said to be missing has no folder yet', () => {
    const [, missing = ''] = readFileSync(join(root, 'business/README.md'), 'utf8').split('## Not built yet')
    const slugs = [...missing.matchAll(/`([\w-]+)`/g)].map((match) => match[1] as string)
    expect(slugs.length).toBeGreaterThan(0)
    expect(slugs.filter((slug) => existsSync(join(root, 'business', slug)))).toEqual([])
  })
})

describe('a generated part', () => {
  const page = 'By hand.\n<!-- generated: list -->\nold\n<!-- end of generated -->\nBy hand too.\n'

  test('is written between its marks and nothing else is touched', () => {
    expect(fill('a.md', page, { list: 'new $&' })).toBe(page.replace('old', () => 'new $&'))
  })

  test('that has no place is an error, and so is a place that nobody fills', () => {
    expect(() => fill('a.md', page, { list: '', other: '' })).toThrow('other')
    expect(() => fill('a.md', page, {})).toThrow('list')
  })

  test('is a table whose cells stay one cell', () => {
    expect(tableOf(['a', 'b'], [['1|2', '3\n4']])).toBe('| a | b |\n|---|---|\n| 1\\|2 | 3 4 |')
  })
})
