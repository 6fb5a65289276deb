import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './acts.ts'
import { type House, openHouse } from './house.ts'

const DESK = 1440
const PHONE = 390
const YEAR = '2023'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const figureOf = (context: BrowserContext, code: string, orgPath?: string) =>
  ask<{ value: number; title: string; unions: { path: string; name: string; value: number }[] }>(
    context,
    'figures/get',
    {
      code,
      period: YEAR,
      orgPath,
    },
  )

/** Walks on with Tab until that is in focus. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (words.test(text)) return
  }
  throw new Error(`Tab never came to ${words}`)
}

describe('the leader looks at the year', () => {
  test('by keyboard alone: from the overview to a figure, to its records, to one record', async () => {
    const { page, context } = await house.visit({ username: 'leader', width: DESK })
    await page.goto(`/console/overview?period=${YEAR}`)
    const { value, title } = await figureOf(context, 'appeals.handled')
    await page
      .getByRole('button', { name: new RegExp(`${value} 宗.*${title}`) })
      .first()
      .waitFor()
    await tabTo(page, new RegExp(`^${value} 宗${title}`))
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await panel.getByText(`${value} 宗`, { exact: true }).first().waitFor()
    const first = panel.getByRole('table', { name: '数据背后的记录' }).getByRole('link').first()
    await first.waitFor()
    expect(new URL(page.url()).searchParams.get('code')).toBe('appeals.handled')
    await tabTo(page, new RegExp(`^${await first.textContent()}$`))
    const record = await first.getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/console\/appeals\/[0-9a-f-]{36}$/)
    expect(new URL(page.url()).pathname).toBe(record)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await context.close()
  })

  test('every street says its own value, and a street opens to its communities', async () => {
    const { page, context } = await house.visit({ username: 'leader', width: DESK })
    await page.goto(`/console/overview?period=${YEAR}&map=appeals.handled`)
    const { unions } = await figureOf(context, 'appeals.handled')
    const map = page.getByRole('figure', { name: /各地$/ })
    await map.waitFor()
    const [street] = unions
    if (!street) throw new Error('no streets')
    for (const { name, value } of unions.filter(({ name }) => name.endsWith('街道')))
      expect(
        await map.getByRole('button', { name: new RegExp(`^${name.replace('街道', '')}\\s*${value}$`) }).count(),
        name,
      ).toBe(1)
    await map.getByRole('button', { name: new RegExp(`^${street.name.replace('街道', '')}`) }).click()
    await page.waitForURL(/place=/)
    const below = await figureOf(context, 'appeals.handled', street.path)
    const table = page.getByRole('table', { name: /各地$/ })
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(below.unions.length + 1)
    await context.close()
  })

  test('what is late opens to as many matters as were counted', async () => {
    const { page, context } = await house.visit({ username: 'leader', width: DESK })
    await page.goto('/console/overview')
    const { total } = await ask<{ total: { late: number } }>(context, 'overview/late', {})
    await page.getByRole('link', { name: new RegExp(`^${total.late} 件\\s*已经超时(?!，)`) }).click()
    await page.waitForURL(/\/console\/overview\/late/)
    await page.getByText(`共 ${total.late} 件`).waitFor()
    const { rows } = await ask<{ rows: { id: string }[] }>(context, 'overview/matters', { limit: 200 })
    expect(rows).toHaveLength(total.late)
    await context.close()
  })
})

describe('a street officer', () => {
  test('sees the own street and its communities only', async () => {
    const { page, context } = await house.visit({ username: 'street', width: DESK })
    await page.goto(`/console/overview?period=${YEAR}&place=440307.`)
    await page.getByRole('heading', { level: 1, name: '一屏总览' }).waitFor()
    const { unions } = await figureOf(context, 'appeals.handled')
    expect(unions.every(({ path }) => path.startsWith('440307.003.'))).toBe(true)
    await page.getByRole('table', { name: /各地$/ }).waitFor()
    await context.close()
  })
})

describe('on a phone', () => {
  test.each([`/console/overview?period=${YEAR}`, '/console/overview/late'])(
    '%s does not scroll sideways',
    async (path) => {
      const { page, context } = await house.visit({ username: 'leader', width: PHONE })
      await page.goto(path, { waitUntil: 'networkidle' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await context.close()
    },
  )
})
