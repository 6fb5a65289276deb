import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CaseTable } from './case-table.tsx'

const now = '2024-11-19T02:00:00.000Z'
const wages = {
  id: '1',
  href: '/appeals/1',
  title: '拖欠三个月工资，27 人',
  clock: { due: '2024-11-18T01:00:00.000Z' },
  line: '职工诉求',
  verb: { title: '签收' },
}

test('a matter shows its clock, its line and its next verb, which names the matter to a screen reader', () => {
  const markup = renderToStaticMarkup(<CaseTable label="待办" rows={[wages]} now={now} />)
  expect(markup).toContain('超时 1 天')
  expect(markup).toContain('职工诉求')
  expect(markup).toContain('签收<span class="nf-hidden">：拖欠三个月工资，27 人</span>')
})

test('within one line its column is left out', () => {
  const markup = renderToStaticMarkup(<CaseTable label="职工诉求" rows={[wages]} now={now} hide={['line']} />)
  expect(markup).not.toContain('>业务<')
})

test('a page that cannot be read keeps the rows already there', () => {
  const markup = renderToStaticMarkup(<CaseTable label="待办" rows={[wages]} now={now} state="error" />)
  expect(markup).toContain('前面 1 条还在')
  expect(markup).toContain('拖欠三个月工资')
})

test('somebody without the post sees no rows, even when some were handed in', () => {
  const markup = renderToStaticMarkup(<CaseTable label="待办" rows={[wages]} now={now} state="forbidden" />)
  expect(markup).toContain('您的岗位看不到这里')
  expect(markup).not.toContain('拖欠')
})
