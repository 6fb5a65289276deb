import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from './acts.ts'
import { type House, openHouse } from './house.ts'

const DESK = 1440
const PHONE = 390

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

describe('a rider who is in no union', () => {
  test('applies on the phone in three screens; a reload in between loses nothing', async () => {
    const { page, context } = await house.visit({ username: 'newcomer', width: PHONE })
    await page.goto('/join')
    expect(await page.locator('body').innerText()).not.toMatch(/\d{17}[\dX]/)
    await page.getByRole('button', { name: '是我，下一步' }).click()
    await page.getByRole('radio', { name: /跑单、送货/ }).check()
    await page.getByRole('radio', { name: '外卖配送员' }).check()
    await page.getByRole('textbox', { name: '站点或公司名字' }).fill('骑岚 平湖')
    await page.getByRole('button', { name: /骑岚即时配送平湖鹅公岭站/ }).click()
    await page.reload()
    expect(await page.getByRole('radio', { name: '外卖配送员' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: '入会申请书' }).waitFor()
    await page
      .getByText(/鹅公岭站工会/)
      .first()
      .waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE)
    await page.getByRole('checkbox', { name: /上面写的都是真的/ }).check()
    await page.getByRole('button', { name: '交上去' }).dblclick()
    await page
      .getByText(/RH\d{4}-\d{4}/)
      .first()
      .waitFor()
    await page.goto('/card')
    await page
      .getByText(/还不是会员|没有会员证|审核/)
      .first()
      .waitFor()
    await context.close()
  })

  test('Li Min of 平湖 finds the application by its clock and approves it', async () => {
    const { page, context } = await house.visit({ username: 'street', width: DESK })
    await page.goto('/console/membership')
    const mine = page.getByRole('row').filter({ hasText: '鹅公岭' }).getByRole('link').first()
    await mine.click()
    await page.getByRole('button', { name: '同意入会' }).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/154\d{8}/)
    await act(page, '同意入会')
    await page.getByText('已入会').first().waitFor()
    await context.close()
  })

  test('then the card shows on the phone, with a code that changes', async () => {
    const { page, context } = await house.visit({ username: 'newcomer', width: PHONE })
    await page.goto('/card')
    const square = page.getByRole('img', { name: /会员证二维码/ })
    await square.waitFor()
    expect(await page.locator('body').innerText()).toContain('鹅公岭站工会')
    const card = async () =>
      (await (await context.request.post('/api/membership/card', { data: {} })).json()) as { token: string }
    const { token } = await card()
    const checked = await context.request.post('/api/membership/checkCard', { data: { code: token } })
    expect(checked.status()).toBeLessThan(500)
    await expect.poll(async () => (await card()).token === token, { timeout: 40_000, interval: 2_000 }).toBe(false)
    await context.close()
  })
})
