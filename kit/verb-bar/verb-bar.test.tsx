import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { VerbBar } from './verb-bar.tsx'

const close = { verb: 'close', title: '结案', enabled: false, why: '先写处置结果' }

test('a verb that cannot be done stays reachable and tells a screen reader why', () => {
  const markup = renderToStaticMarkup(<VerbBar verbs={[close]} onVerb={() => undefined} />)
  const described = /aria-describedby="([^"]+)"/.exec(markup)?.[1]
  expect(markup).toContain('aria-disabled="true"')
  expect(markup).not.toMatch(/<button[^>]* disabled/)
  expect(markup).toContain(`id="${described}" class="nf-hidden">不能办：先写处置结果`)
})

test('only the verb under way shows that it is busy', () => {
  const sign = { verb: 'sign', title: '签收', enabled: true, primary: true }
  const transfer = { verb: 'transfer', title: '转办', enabled: true }
  const markup = renderToStaticMarkup(<VerbBar verbs={[sign, transfer]} onVerb={() => undefined} busy="sign" />)
  expect(markup.match(/nf-button-wait/g)).toHaveLength(1)
})
