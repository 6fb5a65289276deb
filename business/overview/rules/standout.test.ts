import { expect, test } from 'vitest'
import { standOut } from './standout.ts'

const atRisk = { isOver: false }
const missed = { isOver: true }

test.each([
  [
    { late: 12, legal: 3, soon: 20 },
    [atRisk, atRisk],
    '12 件已经超时，其中 3 件超过法定时限。七天内还有 20 件到期。2 项年度目标有风险。',
  ],
  [{ late: 1, legal: 0, soon: 0 }, [], '1 件已经超时，都没有超过法定时限。七天内没有别的到期。'],
  [{ late: 0, legal: 0, soon: 4 }, [], '没有超时的事。七天内还有 4 件到期。'],
  [{ late: 0, legal: 0, soon: 0 }, [missed], '没有超时的事。七天内也没有到期的。1 项年度目标没有达到。'],
])('%o with targets %o: %s', (counted, targets, words) => {
  expect(
    standOut(counted, targets)
      .map((one) => `${one.words}。`)
      .join(''),
  ).toBe(words)
})

test('each sentence with a number opens what it counts', () => {
  const opened = standOut({ late: 12, legal: 3, soon: 20 }, [atRisk, missed]).map(({ opens }) => opens)
  expect(opened).toEqual(['late', 'soon', 'plan', 'plan'])
  expect(standOut({ late: 0, legal: 0, soon: 0 }, []).map(({ opens }) => opens)).toEqual([undefined, undefined])
})
