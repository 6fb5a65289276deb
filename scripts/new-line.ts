import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { lines } from '../app/server/lines.ts'
import { systemClock } from '../kernel/calendar/clock.ts'
import { dayOf } from '../kernel/calendar/days.ts'
import { type Plan, readPlan, usage } from './new-line/plan.ts'
import { shells } from './new-line/shells.ts'
import { runCommand } from './run-command.ts'

const templates = join(import.meta.dirname, 'new-line/template')

/** Where a template goes; the test and the first migration bear names of their own. */
const targetOf = (template: string, { slug, date }: Plan): string => {
  const file = template.replaceAll('\\', '/').replace(/\.txt$/, '')
  if (file === 'line.test.ts') return `business/${slug}/${slug}.test.ts`
  if (file === 'migrations/table.sql') return `business/${slug}/migrations/${date}-00-${slug}.sql`
  return `business/${slug}/${file}`
}

/** Every file of a new line and every file that names it, as they will be. Nothing is written. @throws Error when a shell has no list to enter */
export function filesOf(root: string, plan: Plan): ReadonlyMap<string, string> {
  const own = globSync('**/*.txt', { cwd: templates }).map((template): [string, string] => [
    targetOf(template, plan),
    readFileSync(join(templates, template), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: keyof Plan) => plan[name]),
  ])
  const shared = shells.map(({ file, enter }): [string, string] => [
    file,
    enter(readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'), plan),
  ])
  return new Map([...own, ...shared])
}

/** Writes them, then brings what is generated up to date: types of the tables, layout, pages. @returns an exit code */
export async function writeLine(root: string, files: ReadonlyMap<string, string>): Promise<number> {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const code = [...files.keys()].filter((file) => /\.tsx?$/.test(file))
  const steps = [
    ['scripts/db-types.ts'],
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '--diagnostic-level=error', ...code],
    ['scripts/docs.ts'],
  ]
  for (const step of steps) {
    const ended = await runCommand(process.execPath, step, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    if (ended !== 0) return ended
  }
  return 0
}

/** Names a new line may not bear: those of lines, and what lines.ts calls the kernel's own. */
const taken = [...lines.map(({ slug }) => slug), 'business', 'lines', 'registries', 'permissions', 'figures', 'notices']

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  try {
    const plan = readPlan(root, process.argv.slice(2), taken, dayOf(systemClock()))
    process.exitCode = await writeLine(root, filesOf(root, plan))
    console.log(`business/${plan.slug}/ is there and works. How to go on: docs/tour.md, “A new line in a day”.`)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exitCode = 2
  }
}
