import { join } from 'node:path'
import { type Score, scoreFolder, together } from './claims/score.ts'
import { scoreVerdicts } from './claims/verdicts.ts'

/**
 * Precision and recall of the reader of reports on annotated texts: `npm run bench:claims`. A claim is right when place, value and unit are;
 * comparator and aim are scored apart. Then the verdicts on reports of the demonstration's federation. `--all` lists what was missed, what was invented and what went astray.
 */
const SETS = [
  { folder: 'texts', title: 'Texts the rules were written on' },
  { folder: 'kept-aside', title: 'Texts kept aside until the rules were done' },
] as const

const percent = (share: number) => `${(share * 100).toFixed(2).padStart(6)} %`
const all = process.argv.includes('--all')

for (const { folder, title } of SETS) {
  const scores = scoreFolder(join(import.meta.dirname, 'claims', folder))
  const { precision, recall, annotated } = together(scores)
  console.log(`\n${title}: ${scores.length} texts, ${annotated} claims`)
  for (const score of scores) show(score)
  console.log(`  precision ${percent(precision)}   recall ${percent(recall)}`)
}

console.log('\nVerdicts against the records of the demonstration')
for (const { name, said, right, wrong } of scoreVerdicts()) {
  console.log(`  ${name.padEnd(34)} ${right}/${said} right`)
  for (const [{ quote, verdict, figure }, one] of all ? wrong : [])
    console.log(
      `      ${JSON.stringify(quote)} ${one?.verdict ?? 'not found'}, an officer says ${verdict} ${figure ?? ''}`,
    )
}

function show({ name, annotated, found, right, comparators, aims, astray, missed, invented }: Score): void {
  console.log(
    `  ${name.padEnd(34)} ${right}/${annotated} found, ${found - right} invented; comparator ${comparators}/${right}, aim ${aims}/${right}`,
  )
  if (!all) return
  for (const [one, { quote, comparator, isTarget }] of astray)
    console.log(
      `      astray   ${JSON.stringify(quote)} ${comparator}${isTarget ? ' aim' : ''}, annotated ${one.comparator}${one.isTarget ? ' aim' : ''}`,
    )
  for (const { quote, value, unit, subject } of missed)
    console.log(`      missed   ${JSON.stringify(quote)} ${value} ${unit} ${subject}`)
  for (const { quote, value, unit, sentence } of invented)
    console.log(`      invented ${JSON.stringify(quote)} ${value} ${unit} in ${sentence.slice(0, 50)}`)
}
