import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Plan, readPlan } from './new-line/plan.ts'
import { addTo } from './new-line/shells.ts'

const root = resolve(import.meta.dirname, '..')
const day = '2026-11-22'
const plan = (...args: string[]): Plan => readPlan(root, args, ['search'], day)

describe('a new line', () => {
  test('is named once and bears that name in every form', () => {
    expect(plan('night-school', '--title', '职工夜校', '--chapter', 'honour')).toEqual({
      slug: 'night-school',
      title: '职工夜校',
      chapter: 'honour',
      table: 'night_school',
      identifier: 'nightSchool',
      series: 'ZGYX',
      initials: 'zgyx',
      date: '20261122',
    })
  })

  test.each([
    [['NightSchool', '--title', '夜校', '--chapter', 'honour'], 'dashes'],
    [['night', 'school', '--title', '夜校', '--chapter', 'honour'], 'dashes'],
    [['night-school', '--title', 'Night school', '--chapter', 'honour'], '--title'],
    [['night-school', '--title', "夜'校", '--chapter', 'honour'], '--title'],
    [['night-school', '--title', '夜校', '--chapter', '产改'], '--chapter'],
    [['night-school', '--title', '夜校', '--chapter', 'honour', '--series', '1'], '--series'],
    [['appeals', '--title', '职工诉求', '--chapter', 'rights'], 'taken'],
    [['search', '--title', '查找', '--chapter', 'rights'], 'taken'],
  ])('is refused when it is asked for as %j', (args, words) => {
    expect(() => plan(...args)).toThrow(words)
  })

  test('enters a list at its end, however the list is laid out', () => {
    expect(addTo('const a: X[] = []', 'a: X[] = [', 'b')).toBe('const a: X[] = [ b,\n]')
    expect(addTo('const a: X[] = [one([1]), two]\n', 'a: X[] = [', 'b')).toBe('const a: X[] = [one([1]), two, b,\n]\n')
    expect(addTo('a: X[] = [\n  one,\n]', 'a: X[] = [', 'b')).toBe('a: X[] = [\n  one, b,\n]')
    expect(addTo('a: X = {\n  one: { 1: 2 },\n}\n}', 'a: X = {', 'b: c')).toBe('a: X = {\n  one: { 1: 2 }, b: c,\n}\n}')
    expect(() => addTo('const a = 1', 'b: X[] = [', 'c')).toThrow('b: X[]')
  })
})

describe('in a copy of the project', () => {
  let copy: string
  const run = (...args: string[]) => {
    try {
      return execFileSync(process.execPath, args, {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      })
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string }
      return `${stdout}${stderr}`
    }
  }
  const read = (file: string) => readFileSync(join(copy, file), 'utf8')

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'nf-line-'))
    const floors = ['app', 'business', 'kernel', 'kit', 'district', 'scripts', 'docs']
    const files = ['package.json', 'biome.json', 'vitest.config.ts', '.gitignore']
    const settings = ['tsconfig.base.json', 'tsconfig.server.json', 'tsconfig.web.json']
    for (const part of [...floors, ...files, ...settings])
      cpSync(join(root, part), join(copy, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    return () => rmSync(copy, { recursive: true, force: true })
  })

  test('it is written with all its files, entered everywhere, and laid out as the house likes it', () => {
    const said = run('scripts/new-line.ts', 'studios', '--title', '创新工作室', '--chapter', 'honour')
    expect(said).toContain('business/studios/ is there')
    const made = ['README', 'line', 'workflow', 'contract', 'permissions', 'queries', 'actions', 'indicators', 'demo']
    const files = [...made.map((name) => (name === 'README' ? 'README.md' : `${name}.ts`)), 'ui/console.tsx']
    expect(files.filter((file) => !existsSync(join(copy, 'business/studios', file)))).toEqual([])
    for (const shell of ['app/server/lines.ts', 'app/server/demonstration.ts', 'app/console/lines.tsx'])
      expect(read(shell)).toContain('studios')
    expect(read('kernel/db/schema.gen.ts')).toContain('studios: Studios')
    expect(read('business/studios/README.md')).toContain('received --> closed: 办结')
    expect(read('docs/glossary.md')).toContain('`studios`')
    const wished = (page: string) => page.split('## Not built yet')[1] ?? ''
    const before = wished(readFileSync(join(root, 'business/README.md'), 'utf8'))
    expect(before.replace(' · 创新工作室 `studios`', '')).toBe(wished(read('business/README.md')))
    expect(
      run('node_modules/@biomejs/biome/bin/biome', 'check', 'business/studios', 'app/console/lines.tsx'),
    ).toContain('No fixes applied')
  })

  test('its types fit, on the server and in the browser', () => {
    const own = /^(business\/studios|app\/server\/(lines|demonstration|who-sees)|app\/console\/lines)/
    const parts = {
      server: {
        include: ['business/studios', 'app/server/demonstration.ts', 'app/server/who-sees.ts'],
        exclude: ['**/ui'],
      },
      web: { include: ['business/studios/ui', 'app/console/lines.tsx'] },
    }
    for (const [part, files] of Object.entries(parts)) {
      const settings = join(copy, `tsconfig.line-${part}.json`)
      writeFileSync(settings, JSON.stringify({ extends: `./tsconfig.${part}.json`, ...files }))
      const said = run('node_modules/typescript/bin/tsc', '--listFiles', '-p', settings).split('\n')
      expect(said.some((line) => line.includes('business/studios'))).toBe(true)
      expect(said.filter((line) => own.test(line))).toEqual([])
    }
  }, 120_000)

  test('its own test passes', () => {
    const said = run('node_modules/vitest/vitest.mjs', 'run', 'business/studios')
    expect(said).toMatch(/Tests +4 passed/)
  }, 120_000)
})
