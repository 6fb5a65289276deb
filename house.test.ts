import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { business, lines } from './app/server/lines.ts'
import { roles } from './kernel/access/roles.ts'
import type { Database } from './kernel/db/database.ts'
import { asOwner } from './kernel/db/database.ts'
import { figuresOf, total, yearWindow } from './kernel/indicators/fold.ts'
import { testDatabase } from './kernel/testing/database.ts'
import { diagramOf } from './kernel/workflow/define.ts'

const ROOT = import.meta.dirname
const sources = globSync('{app,business,kernel,kit,district,scripts,bench,journeys}/**/*.{ts,tsx,mjs}', {
  cwd: ROOT,
}).map((file) => file.replaceAll('\\', '/'))
const own = sources.filter((file) => !file.endsWith('.gen.ts'))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const isTest = (file: string) => /\.test\.tsx?$/.test(file)

/** Files of the project that a file imports, relative to the root. */
function importsOf(file: string): string[] {
  const found = [...read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(
    (match) => match[1] as string,
  )
  return found.map((path) =>
    normalize(join(dirname(file), path))
      .replaceAll('\\', '/')
      .replace(/\?.*$/, ''),
  )
}

const floorOf = (file: string) => file.split('/')[0] as string
const roomOf = (file: string) => file.split('/').slice(0, 2).join('/')

const offences = (files: readonly string[], isWrong: (file: string, imported: string) => boolean) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => isWrong(file, imported))
      .map((imported) => `${file} → ${imported}`),
  )

describe('imports point one way', () => {
  const code = own.filter((file) => !isTest(file))
  test('kernel and kit import nothing above, nor each other', () => {
    expect(
      offences(
        code.filter((f) => floorOf(f) === 'kernel'),
        (_f, i) => floorOf(i) !== 'kernel',
      ),
    ).toEqual([])
    expect(
      offences(
        code.filter((f) => floorOf(f) === 'kit'),
        (_f, i) => floorOf(i) !== 'kit',
      ),
    ).toEqual([])
  })

  test('a line imports kernel and kit, and another line only through its public.ts', () => {
    const wrong = (file: string, imported: string) =>
      floorOf(imported) === 'app' ||
      (floorOf(imported) === 'district' && !/\/(demo(\/|\.ts)|testing\.ts)/.test(file)) ||
      (floorOf(imported) === 'business' && roomOf(imported) !== roomOf(file) && !imported.endsWith('/public.ts'))
    expect(
      offences(
        code.filter((f) => floorOf(f) === 'business'),
        wrong,
      ),
    ).toEqual([])
  })

  test('a screen imports its own contract, workflow and rules, the kit, and what of the kernel runs in a browser', () => {
    const allowed = /^(kit\/|kernel\/contract\/|kernel\/[a-z]+\/contract\.ts|kernel\/workflow\/define\.ts)/
    const wrong = (file: string, imported: string) =>
      !allowed.test(imported) &&
      !(roomOf(imported) === roomOf(file) && /\/(ui\/|contract\.ts|workflow\.ts|rules)/.test(imported))
    expect(
      offences(
        code.filter((f) => /^business\/[^/]+\/ui\//.test(f)),
        wrong,
      ),
    ).toEqual([])
  })

  test('the district stands on the kernel', () => {
    expect(
      offences(
        code.filter((f) => floorOf(f) === 'district'),
        (_f, i) => !['kernel', 'district'].includes(floorOf(i)),
      ),
    ).toEqual([])
  })
})

describe('files stay small', () => {
  test('none is longer than 300 lines', () => {
    expect(own.filter((file) => read(file).split('\n').length > 301)).toEqual([])
  })

  test('half of them have fewer than 80 lines', () => {
    const lengths = own
      .filter((file) => !isTest(file))
      .map((file) => read(file).split('\n').length)
      .sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80)
  })
})

describe('manners of the house', () => {
  const code = own.filter((file) => !isTest(file) && !/^(scripts|bench|journeys)\//.test(file))
  const offending = (pattern: RegExp, files = code) => files.filter((file) => pattern.test(read(file)))

  test('only the clock asks the machine for the time', () => {
    const server = code.filter(
      (file) => !file.endsWith('.tsx') && !/\/(ui|kit)\/|^kit\/|^app\/(hall|console|web)\//.test(file),
    )
    expect(offending(/new Date\(\)|Date\.now\(\)|Temporal\.Now/, server)).toEqual(['kernel/calendar/clock.ts'])
  })

  test('no check is switched off', () => {
    expect(
      offending(
        /@ts-(ignore|nocheck|expect-error)|biome-ignore|\bas any[);\],]|eslint-disable/,
        own.filter((f) => f !== 'house.test.ts'),
      ),
    ).toEqual([])
    expect(own.filter((file) => isTest(file) && /\b(test|it|describe)\.(only|todo)\b/.test(read(file)))).toEqual([])
  })

  test('no burden: nothing counts log-ins, ranks people, or makes them check in', () => {
    expect(offending(/checkIn\b|leaderboard|loginRate|打卡|积分排名|登录率|排行榜/)).toEqual([])
  })

  test('names say what a thing is', () => {
    expect(own.filter((file) => /(utils?|helpers?|[a-z](Service|Manager|Dto))\.tsx?$/.test(file))).toEqual([])
  })
})

describe('every line', () => {
  const required = [
    'README.md',
    'line.ts',
    'workflow.ts',
    'contract.ts',
    'permissions.ts',
    'queries.ts',
    'actions.ts',
    'indicators.ts',
    'demo.ts',
    'ui/console.tsx',
  ]
  const folders = globSync('business/*/', { cwd: ROOT }).map((path) =>
    path
      .replaceAll('\\', '/')
      .replace(/^business\//, '')
      .replace(/\/$/, ''),
  )

  test('is in the list, and the list names nothing else', () => {
    expect(business.map((line) => line.slug).sort()).toEqual(
      folders.filter((name) => statSync(join(ROOT, 'business', name)).isDirectory()).sort(),
    )
  })

  // What is put together from the other lines and keeps no matters has no workflow, no figures and no year of its own.
  const ofMatters = ['workflow.ts', 'indicators.ts', 'demo.ts']
  const isPutTogether = (folder: string) =>
    business.some((line) => line.slug === folder && line.chapter === 'together' && !line.workflow)

  test('has the same few files and a test of its life', () => {
    const missing = folders.flatMap((folder) =>
      [...required.filter((file) => !(isPutTogether(folder) && ofMatters.includes(file))), `${folder}.test.ts`]
        .filter((file) => !existsSync(join(ROOT, 'business', folder, file)))
        .map((file) => `${folder}/${file}`),
    )
    expect(missing).toEqual([])
  })

  test('asks a permission that its table holds for each endpoint and each verb', () => {
    for (const line of lines) {
      const asked = Object.values(line.contract).map((endpoint) => endpoint.permission)
      const verbs = Object.keys(line.workflow?.steps ?? {}).map((verb) => `${line.slug}.${verb}`)
      expect(
        [...asked, ...verbs].filter((permission) => !(permission in line.permissions)),
        line.slug,
      ).toEqual([])
      const named = Object.values(line.permissions).flatMap((row) => Object.keys(row))
      expect(
        named.filter((role) => !(role in roles)),
        line.slug,
      ).toEqual([])
    }
  })

  test('keeps the administrators away from business', () => {
    for (const line of business) {
      const held = Object.entries(line.permissions).filter(
        ([, row]) => row.system_admin || row.security_admin || row.audit_admin,
      )
      expect(held, line.slug).toEqual([])
    }
  })

  test('has a handler for each endpoint and no other', () => {
    for (const line of lines)
      expect(Object.keys(line.handlers).sort(), line.slug).toEqual(Object.keys(line.contract).sort())
  })

  test('names a deadline rule for every clock', () => {
    for (const line of lines) {
      const codes = new Set((line.deadlines ?? []).map((rule) => rule.code))
      for (const clock of Object.values(line.workflow?.clocks ?? {})) {
        const pattern = new RegExp(`^${clock.rule.replaceAll('.', '\\.').replace(/\{\w+\}/g, '\\w+')}$`)
        expect(
          [...codes].some((code) => pattern.test(code)),
          clock.rule,
        ).toBe(true)
      }
    }
  })

  test('draws its states in its README as they are', () => {
    for (const line of business)
      if (line.workflow) expect(read(`business/${line.slug}/README.md`)).toContain(diagramOf(line.workflow))
  })
})

describe('on the database', () => {
  let db: Database
  beforeAll(async () => {
    db = await testDatabase()
    return () => db.close()
  })

  test('every state of a workflow is one the table accepts, and no other', async () => {
    const checks = await asOwner(db, async (tx) => {
      const { rows } = await tx.executeQuery<{ table: string; definition: string }>(
        (await import('kysely')).CompiledQuery.raw(
          `select c.relname as table, pg_get_constraintdef(k.oid) as definition from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'c'`,
        ),
      )
      return rows
    })
    for (const line of business) {
      if (!line.workflow) continue
      const check = checks.find((row) => row.table === line.table && /\(state = ANY/.test(row.definition))
      const states = [...(check?.definition.matchAll(/'([^']+)'/g) ?? [])].map((match) => match[1])
      expect(states.sort(), line.slug).toEqual(Object.keys(line.workflow.states).sort())
    }
  })

  test('every figure has a unit and an owner, and its SQL runs on an empty database', async () => {
    for (const { code, figure, line, name } of figuresOf(lines)) {
      expect(
        [figure.unit, figure.owner, figure.definition].every((text) => text.length > 0),
        code,
      ).toBe(true)
      const at = lines.find((l) => l.slug === line)
      if (at)
        expect((await asOwner(db, (tx) => total(tx, at, name, yearWindow('440307', '440307.', 2023)))).value).toBe(0)
    }
  })
})

describe('documents', () => {
  const pages = globSync('{*.md,docs/**/*.md,business/**/*.md,kernel/**/*.md,kit/**/*.md,district/**/*.md}', {
    cwd: ROOT,
  })

  test('every path a page names exists', () => {
    const missing = pages.flatMap((page) => {
      const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] as string)
      return links.filter((link) => !existsSync(join(ROOT, dirname(page), link))).map((link) => `${page} → ${link}`)
    })
    expect(missing).toEqual([])
  })

  test('every runtime dependency has its line in docs/decisions', () => {
    const decisions = globSync('docs/decisions/*.md', { cwd: ROOT }).map(read).join('\n')
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    expect(Object.keys(dependencies).filter((name) => !decisions.includes(`\`${name}\``))).toEqual([])
  })

  test('every line and role stands in the glossary', () => {
    const glossary = read('docs/glossary.md')
    const words = [...business.map((line) => line.slug), ...Object.keys(roles)]
    expect(words.filter((word) => !glossary.includes(`\`${word}\``))).toEqual([])
  })

  test('versions are exact and the lock file names no address', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >
    const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })

  test('nothing in the project leans on a folder outside it', () => {
    const outside = own.filter((file) =>
      importsOf(file).some((path) => path.startsWith('..') || relative(ROOT, join(ROOT, path)).startsWith('..')),
    )
    expect(outside).toEqual([])
  })
})
