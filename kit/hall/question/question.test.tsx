import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Question } from './question.tsx'

const ask = (more: Partial<Parameters<typeof Question>[0]>) =>
  renderToStaticMarkup(
    <Question step={2} of={3} title="是哪家单位？" onNext={() => undefined} {...more}>
      <p>答案</p>
    </Question>,
  )

test('the screen says where one is and that the draft is kept', () => {
  expect(ask({ saved: 'saved' }).replaceAll('<!-- -->', '')).toContain('第 2 步，共 3 步 · 已存草稿')
})

test('a phone that keeps no draft says so instead of pretending', () => {
  expect(ask({ saved: 'failed' })).toContain('这部手机存不下草稿')
})

test('the last question submits, the others go on', () => {
  expect(ask({})).toContain('>下一步</button>')
  expect(ask({ step: 3 })).toContain('>提交</button>')
})

test('what is missing is said above the button', () => {
  expect(ask({ why: '先选一家单位' })).toMatch(/先选一家单位.*aria-disabled="true"/)
})
