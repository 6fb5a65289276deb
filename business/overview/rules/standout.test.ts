import { expect, test } from 'vitest'
import { standOut } from './standout.ts'

test.each([
  [
    { late: 12, legal: 3, soon: 20 },
    2,
    '12 件已经超时，其中 3 件超过法定时限。七天内还有 20 件到期。2 项年度目标有风险。',
  ],
  [{ late: 1, legal: 0, soon: 0 }, 0, '1 件已经超时，都没有超过法定时限。七天内没有别的到期。'],
  [{ late: 0, legal: 0, soon: 4 }, 0, '没有超时的事。七天内还有 4 件到期。'],
  [{ late: 0, legal: 0, soon: 0 }, 1, '没有超时的事。七天内也没有到期的。1 项年度目标有风险。'],
])('%o with %d at risk', (counted, missed, words) => {
  expect(standOut(counted, missed)).toBe(words)
})
