import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bringChromium } from './chromium.ts'
import { bringLibreOffice } from './libreoffice.ts'
import { runCommand } from './run-command.ts'
import { closingLine, readReport, sum, type Tally, tallyOf } from './test-results.ts'

const root = join(import.meta.dirname, '..')
const parts = ['types', 'lint', 'unit', 'journeys'] as const
type Part = (typeof parts)[number]

/** What a step came to: its tally, and the reason where it could not be run. */
type Outcome = { tally: Tally; notRun?: string }

// Colours belong on a screen, not in a log.
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' }

const tool = (file: string, ...args: string[]) =>
  runCommand(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root, env })

/** A checker that has no tests to count: only its failure enters the tally. */
const checker = async (file: string, ...args: string[]): Promise<Outcome> => {
  const code = await tool(file, ...args)
  return { tally: { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 } }
}

async function vitest(config: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'nf-test-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, '--silent=passed-only']
  try {
    const code = await tool('vitest/vitest.mjs', 'run', '--config', config, ...reporters)
    return { tally: tallyOf(readReport(file), code) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function journeys(): Promise<Outcome> {
  const files = globSync('journeys/**/*.journey.ts', { cwd: root })
  const notRun = (reason: string): Outcome => ({
    tally: { passed: 0, failed: process.env.CI ? 1 : 0, skipped: Math.max(files.length, 1) },
    notRun: reason,
  })
  if (files.length === 0) return notRun('there is no journeys/*.journey.ts')
  if (!existsSync(join(root, 'dist/web'))) return notRun('the pages are not built; npm test builds them')
  const browser = await bringChromium()
  if (!browser) return notRun('no Chromium was found or could be brought; set CHROMIUM_PATH to one')
  env.CHROMIUM_PATH = browser
  return vitest('vitest.journeys.config.ts')
}

async function units(): Promise<Outcome> {
  const office = await bringLibreOffice()
  if (office) env.LIBREOFFICE = office
  else
    console.error(
      'LibreOffice was not found or brought: the tests that look at pages of PDF are skipped. Set LIBREOFFICE to its soffice.',
    )
  return vitest('vitest.config.ts')
}

const steps: readonly (readonly [Part, string, () => Promise<Outcome>])[] = [
  ['types', 'TypeScript, server', () => checker('typescript/bin/tsc', '-p', 'tsconfig.server.json')],
  ['types', 'TypeScript, browser', () => checker('typescript/bin/tsc', '-p', 'tsconfig.web.json')],
  ['types', 'TypeScript, journeys', () => checker('typescript/bin/tsc', '-p', 'tsconfig.journeys.json')],
  ['lint', 'Biome', () => checker('@biomejs/biome/bin/biome', 'check', '.')],
  ['unit', 'Rules, units and lines', units],
  ['journeys', 'Browser journeys', journeys],
]

function wantedParts(): readonly Part[] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const names = values.only?.flatMap((value) => value.split(',')) ?? parts
  const unknown = names.filter((name) => !parts.some((part) => part === name))
  if (unknown.length > 0) {
    console.error(`--only takes ${parts.join(', ')}, not ${unknown.join(', ')}.`)
    process.exit(2)
  }
  return parts.filter((part) => names.includes(part))
}

function word({ tally, notRun }: Outcome): string {
  if (notRun) return `not run: ${notRun}`
  const isCounted = tally.passed + tally.failed + tally.skipped > 1
  const verdict = tally.failed > 0 ? 'failed' : 'passed'
  return isCounted ? `${verdict} (${closingLine(tally)})` : verdict
}

/** Ctrl-C and its like end the step at work; the ones after it must not start. */
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isStopped = true
  })
}

const wanted = wantedParts()
const lines: string[] = []
const tallies: Tally[] = []
for (const [part, name, run] of steps) {
  if (isStopped || !wanted.includes(part)) continue
  const started = performance.now()
  const outcome = await run()
  const line = `${name} ${word(outcome)}`.padEnd(60)
  lines.push(`${line} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  console.log(lines.at(-1))
  tallies.push(outcome.tally)
}
if (isStopped) tallies.push({ passed: 0, failed: 1, skipped: 0 })
const total = sum(tallies)
const database = process.env.TEST_DATABASE_URL ? 'PostgreSQL' : 'the embedded database'
console.log(
  `\n${lines.length > 1 ? `${lines.join('\n')}\n\n` : ''}On ${database}, Node ${process.versions.node}:\n${closingLine(total)}`,
)
process.exitCode = total.failed > 0 ? 1 : 0
