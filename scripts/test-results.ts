import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many checks passed, failed and were not run. */
export type Tally = { passed: number; failed: number; skipped: number }

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/**
 * The tally of one Vitest run: its JSON report and its exit code. A file that could not be loaded counts as one failure, and so does a run that
 * ended badly without naming a failed test, or without leaving a report.
 */
export function tallyOf(json: string | undefined, exitCode: number): Tally {
  if (json === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const run = report.parse(JSON.parse(json))
  const isBroken = (file: (typeof run.testResults)[number]) =>
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  const failed = run.numFailedTests + run.testResults.filter(isBroken).length
  const isBad = exitCode !== 0 || !run.success
  return {
    passed: run.numPassedTests,
    failed: failed === 0 && isBad ? 1 : failed,
    skipped: run.numPendingTests + run.numTodoTests,
  }
}

/** The report a Vitest run left at `file`; nothing when it left none. */
export function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    {
      passed: 0,
      failed: 0,
      skipped: 0,
    },
  )

/** The line every run ends with. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** The tally of the last closing line in a run's output; nothing when it never came to one. */
export function readClosingLine(output: string): Tally | undefined {
  const lines = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)]
  const [, passed, failed, skipped] = lines.at(-1) ?? []
  return passed === undefined
    ? undefined
    : { passed: Number(passed), failed: Number(failed), skipped: Number(skipped ?? 0) }
}
