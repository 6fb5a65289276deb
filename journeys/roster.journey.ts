import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

const DESK = 1440
/** As an office keeps it: a title above, columns in an order of its own, full-width digits, one number that the sheet software spoilt, one that is wrong. */
const SHEET = [
  '骑岚站点人员一览表,,,,',
  '序号,手机号码,身份证号,姓 名,入会时间',
  '1,15499990001,490307199003077533,甘文博,2026.3.5',
  '2,１５４９９９９０００２,490307199105126244,施雨桐,2026年3月5日',
  '3,15499990003,4.90307E+17,伍建军,2026-03-05',
  '4,15499990004,490307199003077531,岳小满,2026-03-05',
].join('\r\n')

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

describe('a street officer with a roster', () => {
  let address = ''

  test('sends the file as it is and sees what each column is taken for', async () => {
    const { page, context } = await house.visit({ username: 'street', width: DESK })
    await page.goto('/console/imports')
    await page.getByRole('link', { name: '导入表格' }).first().click()
    await page.getByRole('combobox', { name: /是哪个工会的/ }).fill('骑岚即时配送平湖鹅公岭')
    await page
      .getByRole('option', { name: /鹅公岭站工会/ })
      .first()
      .click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '花名册.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) })
    await page.getByRole('button', { name: '读取表格' }).click()
    await page.getByRole('button', { name: /核对 4 行，不写入/ }).waitFor()
    expect(await page.locator('main').innerText()).toContain('手机号码')
    address = new URL(page.url()).pathname
    await page.getByRole('button', { name: /核对 4 行，不写入/ }).click()
    await page.getByRole('button', { name: '导入 2 行' }).click()
    await context.close()
  })

  test('closes the page, comes back, and it is done', async () => {
    const { page, context } = await house.visit({ username: 'street', width: DESK })
    await page.goto(address)
    await page.getByText('导入完了').waitFor()
    const words = await page.locator('main').innerText()
    expect(words).toMatch(/2 行\s*新增/)
    expect(words).toMatch(/2 行\s*不能导入/)
    expect(words).not.toContain('490307199003077533')
    await context.close()
  })

  test('downloads a copy of that file with the reasons, and takes the whole import back', async () => {
    const { page, context } = await house.visit({ username: 'street', width: DESK })
    await page.goto(address)
    await page.getByRole('button', { name: '没有导入的行' }).click()
    const link = page.getByRole('link', { name: '保存：没有导入的行.xlsx' })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await page.getByRole('button', { name: '撤销导入' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '原因' }).fill('练习用的名册')
    await dialog.getByRole('button', { name: /撤销 2 行/ }).click()
    await page.getByText(/已撤销，退回 2 行/).waitFor()
    await context.close()
  })
})
