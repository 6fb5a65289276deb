import { expect, test } from 'vitest'
import { closingLine, readClosingLine, sum, tallyOf } from './test-results.ts'

const report = (numbers: object, testResults: object[] = []) =>
  JSON.stringify({
    success: true,
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
    ...numbers,
  })

test('a good run counts its tests, and the skipped ones apart', () => {
  expect(tallyOf(report({ numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 })
})

test('failed tests are counted once, also when their file is marked as failed', () => {
  const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  expect(tallyOf(report({ success: false, numFailedTests: 1 }, [file]), 1).failed).toBe(1)
})

test('a file that could not be loaded is a failure', () => {
  expect(tallyOf(report({ success: false }, [{ status: 'failed', assertionResults: [] }]), 1).failed).toBe(1)
})

test('a run that ended badly is never green', () => {
  expect(tallyOf(report({}), 1).failed).toBe(1)
  expect(tallyOf(report({ success: false }), 0).failed).toBe(1)
  expect(tallyOf(undefined, 0).failed).toBe(1)
})

test('the closing line can be read back and added up', () => {
  expect(closingLine({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed')
  const first = readClosingLine('Biome passed  1 s\n\n5 passed, 1 failed\n')
  const second = readClosingLine('2 passed, 0 failed\n7 passed, 0 failed, 2 skipped')
  expect(closingLine(sum([first, second].filter((tally) => tally !== undefined)))).toBe(
    '12 passed, 1 failed, 2 skipped',
  )
  expect(readClosingLine('it says 5 passed, 0 failed somewhere')).toBeUndefined()
})
