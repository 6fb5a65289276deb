import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every module the file leads to, with the packages it names. */
function reach(file: URL, seen = new Set<string>()): Set<string> {
  if (seen.has(file.href)) return seen
  seen.add(file.href)
  const source = readFileSync(file, 'utf8')
  for (const [, target = ''] of source.matchAll(/(?:from|import) ['"]([^'"]+)['"]/g)) {
    if (!target.startsWith('.')) seen.add(target)
    else if (!target.endsWith('.css')) reach(new URL(target, file), seen)
  }
  return seen
}

test('the hall stands on React alone, so that it opens on a weak network', () => {
  const packages = [...reach(new URL('index.ts', import.meta.url))].filter((name) => !name.startsWith('file:'))
  expect(packages).toEqual(['react'])
})

test('the walk would find Ant Design, were it there', () => {
  expect([...reach(new URL('../index.ts', import.meta.url))]).toContain('antd')
})
