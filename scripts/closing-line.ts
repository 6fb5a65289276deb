import { readFileSync } from 'node:fs'
import { closingLine, readClosingLine, sum } from './test-results.ts'

/** `node scripts/closing-line.ts log log …` adds up the closing lines of several runs; a log without one counts as a failure. */
const tallies = process.argv
  .slice(2)
  .map((file) => readClosingLine(readFileSync(file, 'utf8')) ?? { passed: 0, failed: 1, skipped: 0 })
const total = sum(tallies)
console.log(closingLine(total))
process.exitCode = total.failed > 0 ? 1 : 0
