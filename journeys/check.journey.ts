import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

const DESK = 1440
/** As it comes out of a PDF: broken lines, a page's number in the middle, one number wrong. */
const OLD = [
  '龙岗区总工会2023年工作总结',
  '一、2023年工作回顾',
  '（一）做实维权服务',
  '接报处理职工诉求894宗,帮助职工争取经济利益3851万元。',
  '— 6 —',
  '（一）夯实基层基础',
  '新建基层工会组织250家，新就业形态企业单独建会176家。',
].join('\n')

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

describe('an officer with an old report', () => {
  let address = ''

  test('pastes it and sees what agrees and what does not', async () => {
    const { page, context } = await house.visit({ username: 'district', width: DESK })
    await page.goto('/console/report-check')
    await page.getByRole('textbox', { name: '粘贴报告的文字' }).fill(OLD)
    await page.getByRole('button', { name: '开始核验' }).click()
    await page.getByRole('heading', { name: '龙岗区总工会2023年工作总结' }).waitFor()
    expect(await page.getByRole('button', { name: /^3\s*与记录一致/ }).count()).toBe(1)
    expect(await page.getByRole('button', { name: /^1\s*不一致/ }).count()).toBe(1)
    const words = await page.locator('main').innerText()
    expect(words).toContain('176家 与记录不同')
    expect(words).toContain('页码混入正文')
    address = new URL(page.url()).pathname
    await context.close()
  })

  test('goes through the places with the keyboard alone', async () => {
    const { page, context } = await house.visit({ username: 'district', width: DESK })
    await page.goto(address)
    await page.getByRole('button', { name: /^1\s*不一致/ }).press('Enter')
    await page.getByText('共 1 处').waitFor()
    await page.keyboard.press('n')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('176家')
    await page.getByText('第 1 处，共 1 处').waitFor()
    await context.close()
  })

  test('opens the figure behind a note', async () => {
    const { page, context } = await house.visit({ username: 'district', width: DESK })
    await page.goto(address)
    await page.getByRole('link', { name: '看记录' }).first().click()
    await page.waitForURL(/\/console\/overview\?code=organising\.newFormUnions&period=2023/)
    await page.getByText('167').first().waitFor()
    await context.close()
  })

  test('saves it as a Word document with the remarks', async () => {
    const { page, context } = await house.visit({ username: 'district', width: DESK })
    await page.goto(address)
    const save = page.getByRole('button', { name: '导出批注' })
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    expect(download.suggestedFilename()).toMatch(/^数据核验批注_.*\.docx$/)
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await context.close()
  })

  test('is alone with it: the street does not find it', async () => {
    const { page, context } = await house.visit({ username: 'street', width: 390 })
    await page.goto(address)
    await page.getByText('没有找到这份核验').waitFor()
    await context.close()
  })
})
