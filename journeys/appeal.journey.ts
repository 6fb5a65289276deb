import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from './acts.ts'
import { type House, openHouse } from './house.ts'

const DESK = 1440
const PHONE = 390
const PHONE_NUMBER = '15400000001'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

/** The year's figure as the overview shows it. */
async function figure(page: Page, title: string): Promise<number> {
  await page.goto('/console/overview')
  const text = await page
    .getByRole('button', { name: new RegExp(title) })
    .first()
    .innerText()
  return Number(text.replace(/,/g, '').match(/\d+(\.\d+)?/)?.[0])
}

describe('a rider who was not paid', () => {
  let number = ''
  let before = { handled: 0, recovered: 0 }

  test('tells it on the phone in three steps, and a reload in between loses nothing', async () => {
    const { page, context } = await house.visit({ username: 'rider', width: PHONE })
    await page.goto('/')
    await page.getByRole('link', { name: '我要诉求' }).click()
    await page.getByRole('textbox', { name: '发生了什么' }).fill('站点拖欠我三个月配送费，一共一万二，站长说没钱')
    await page.getByText('听起来是').waitFor()
    await page.reload()
    expect(await page.getByRole('textbox', { name: '发生了什么' }).inputValue()).toContain('一共一万二')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('textbox', { name: '单位名字' }).fill('骑岚 平湖')
    await page.getByRole('button', { name: /骑岚即时配送平湖鹅公岭站/ }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('textbox', { name: '手机号' }).fill(PHONE_NUMBER)
    await page.getByRole('button', { name: '提交' }).dblclick()
    await page
      .getByText(/SQ\d{4}-\d{4}/)
      .first()
      .waitFor()
    number = (await page.locator('body').innerText()).match(/SQ\d{4}-\d{4}/)?.[0] ?? ''
    expect(number).not.toBe('')
    await context.close()
  })

  test('the leader sees the figures as they were', async () => {
    const { page, context } = await house.visit({ username: 'leader', width: DESK })
    before = { handled: await figure(page, '接报处理职工诉求'), recovered: await figure(page, '争取经济利益') }
    await context.close()
  })

  test('Li Min of 平湖 accepts, classifies and assigns it to mediator Lin', async () => {
    const { page, context } = await house.visit({ username: 'street', width: DESK })
    await page.goto(`/console/appeals?text=${number}`)
    await page
      .getByRole('link', { name: /工资被拖欠或少发/ })
      .first()
      .click()
    expect(await page.locator('main').innerText()).not.toContain(PHONE_NUMBER)
    await act(page, '受理')
    await act(page, '分类')
    await act(page, '分派', async (dialog) => dialog.getByRole('radio', { name: /林志强/ }).check())
    await page.getByText('林志强').first().waitFor()
    await context.close()
  })

  test('the mediator signs for it, talks to both sides, and answers with the money won', async () => {
    const { page, context } = await house.visit({ username: 'mediator', width: DESK })
    await page.goto(`/console/appeals?text=${number}`)
    await page
      .getByRole('link', { name: /工资被拖欠或少发/ })
      .first()
      .click()
    await act(page, '签收')
    await act(page, '记录联系', async (dialog) => dialog.getByRole('textbox').first().fill('和站长、张师傅都通了电话'))
    await act(page, '办结反馈', async (dialog) => {
      await dialog.getByRole('textbox', { name: /答复/ }).fill('站点当场付清一万二千元')
      await dialog.getByRole('radio', { name: '已经支付' }).check()
      await dialog.getByRole('textbox', { name: /金额|追回|挽回|争取/ }).fill('12000')
      await dialog.getByRole('radio', { name: '支付凭证' }).check()
    })
    await context.close()
  })

  test('the rider reads the answer and is satisfied', async () => {
    const { page, context } = await house.visit({ username: 'rider', width: PHONE })
    await page.goto('/matters')
    const mine = await (await context.request.post('/api/appeals/mine', { data: {} })).json()
    const { id } = (mine as { id: string; number: string }[]).find((matter) => matter.number === number) ?? { id: '' }
    await page.locator(`a[href$="${id}/rate"]`).first().click()
    await page.getByRole('radio', { name: '满意', exact: true }).check()
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('已办结').first().waitFor()
    expect(await page.locator('body').innerText()).toContain(number)
    await context.close()
  })

  test('both figures have risen, and open to that very record', async () => {
    const { page, context } = await house.visit({ username: 'leader', width: DESK })
    expect(await figure(page, '接报处理职工诉求')).toBe(before.handled + 1)
    expect(await figure(page, '争取经济利益')).toBeGreaterThan(before.recovered)
    await page
      .getByRole('button', { name: /争取经济利益/ })
      .first()
      .click()
    await page
      .getByRole('row', { name: new RegExp(number) })
      .getByRole('link')
      .click()
    await page.getByRole('heading', { level: 1, name: /工资被拖欠或少发/ }).waitFor()
    expect(await page.locator('main').innerText()).toContain(number)
    await context.close()
  })
})

describe('somebody who is afraid', () => {
  test('appeals without a name, keeps the receipt, and follows by it', async () => {
    const { page, context } = await house.visit({ width: PHONE })
    await page.goto('/appeal')
    await page.getByRole('textbox', { name: '发生了什么' }).fill('厂里不给我们买社保')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '不想说单位' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('radio', { name: /不写姓名/ }).check()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('回执码').first().waitFor()
    const receipt = await page.getByRole('region', { name: '回执码' }).getByRole('paragraph').first().innerText()
    expect(receipt).toMatch(/^[0-9A-Z][0-9A-Z\s]{15,}$/)
    expect(page.url()).not.toContain(receipt.slice(0, 4))
    await context.close()
    const other = await house.visit({ width: PHONE })
    await other.page.goto('/matters')
    await other.page.getByRole('link', { name: /回执码/ }).click()
    await other.page.getByRole('textbox').first().fill(receipt)
    await other.page
      .getByRole('button', { name: /查看|看进展|查/ })
      .first()
      .click()
    await other.page.getByText('已接报').or(other.page.getByText('已收到')).first().waitFor()
    await other.context.close()
  })

  test('opens the hall and the draft again without any network', async () => {
    const { page, context } = await house.visit({ width: PHONE })
    await page.goto('/appeal')
    await page.evaluate('navigator.serviceWorker.ready')
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByRole('textbox', { name: '发生了什么' }).fill('写到一半没有网了')
    await page.getByText('已存草稿').waitFor()
    await context.setOffline(true)
    await page.reload()
    expect(await page.getByRole('textbox', { name: '发生了什么' }).inputValue()).toBe('写到一半没有网了')
    await context.close()
  })

  test('loses nothing when the network is gone, and sends once when it is back', async () => {
    const { page, context } = await house.visit({ username: 'worker', width: PHONE })
    await page.goto('/appeal')
    await page.getByRole('textbox', { name: '发生了什么' }).fill('加班没有加班费')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '不想说单位' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('textbox', { name: '手机号' }).fill('15400000002')
    await context.setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page
      .getByText(/没有网|断网|网络/)
      .first()
      .waitFor()
    await context.setOffline(false)
    await page
      .getByRole('button', { name: /提交|再试/ })
      .first()
      .click()
    await page
      .getByText(/SQ\d{4}-\d{4}/)
      .first()
      .waitFor()
    const answer = await context.request.post('/api/appeals/mine', { data: {} })
    expect(
      ((await answer.json()) as { category: string }[]).filter((appeal) => appeal.category === 'overtime'),
    ).toHaveLength(1)
    await context.close()
  })
})

describe('the desk by keyboard alone', () => {
  test('an officer signs in and comes to the form for a new appeal without a mouse', async () => {
    const { page, context } = await house.visit({ width: DESK })
    await page.goto('/console')
    await page.getByRole('textbox', { name: /用户名/ }).focus()
    await page.keyboard.type('street')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Nuanfeng-2026')
    await page.keyboard.press('Enter')
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /今天|办/ })
      .waitFor()
    await page.waitForLoadState('networkidle')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('登记诉求', { delay: 30 })
    await page.getByRole('option', { name: '登记诉求' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/console\/appeals\/new/)
    await context.close()
  })
})

describe('for everybody’s eyes', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  type Found = { violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }

  test.each([
    ['/', undefined, PHONE],
    ['/appeal', undefined, PHONE],
    ['/matters', 'rider', PHONE],
    ['/console', undefined, DESK],
    ['/console', 'street', DESK],
    ['/console/appeals', 'street', DESK],
    ['/console/overview?year=2023', 'leader', DESK],
    ['/console/parameters', 'system', DESK],
  ] as const)('%s as %s has no serious barrier and does not scroll sideways', async (path, username, width) => {
    const { page, context } = await house.visit({ username, width })
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.evaluate(axe)
    const { violations } = (await page.evaluate('axe.run()')) as Found
    expect(
      violations
        .filter((found) => ['serious', 'critical'].includes(found.impact))
        .map((found) => `${found.id} ${found.nodes[0]?.target.join(' ')}`),
    ).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await context.close()
  })
})
