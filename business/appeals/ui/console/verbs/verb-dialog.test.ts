import { expect, test } from 'vitest'
import { contract } from '../../../contract.ts'
import { permissions } from '../../../permissions.ts'
import { workflow } from '../../../workflow.ts'
import { noteVerbs } from './note-verb.tsx'
import { verbsWithDialog } from './verb-dialog.tsx'

const workers = ['worker', 'visitor']

test('every verb that an officer may hold has its dialog', () => {
  const table: Readonly<Record<string, Readonly<Record<string, unknown>>>> = permissions
  const officers = Object.keys(workflow.steps).filter((verb) => {
    const holders = Object.keys(table[`appeals.${verb}`] ?? {})
    return verb !== 'receive' && holders.some((role) => !workers.includes(role))
  })
  expect(officers.filter((verb) => !verbsWithDialog.includes(verb))).toEqual([])
})

test('a note is asked for exactly where the contract takes nothing else', () => {
  for (const verb of Object.keys(noteVerbs) as (keyof typeof noteVerbs)[]) {
    expect(Object.keys(contract[verb].input.shape).sort(), verb).toEqual(['id', 'note'])
  }
})

test('a reason is marked as needed where the workflow asks why', () => {
  for (const [verb, words] of Object.entries(noteVerbs)) {
    const step: { asksWhy?: boolean } = workflow.steps[verb as keyof typeof noteVerbs]
    if (step.asksWhy) expect('isNeeded' in words && words.isNeeded, verb).toBe(true)
  }
})
