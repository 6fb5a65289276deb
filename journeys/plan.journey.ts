import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from './acts.ts'
import { type House, openHouse } from './house.ts'

const DESK = 1440
const PHONE = 390
const TARGET = '工联会走访企业'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

describe('the plan of the year', () => {
  test('shows the district its targets, its tasks over the quarters as a picture, and the same as a table', async () => {
    const { page, context } = await house.visit({ username: 'district', width: DESK })
    await page.goto('/console/plan?year=2024')
    await page.getByRole('heading', { name: '2024 年度工作计划' }).waitFor()
    const picture = page.getByRole('region', { name: '2024 年任务甘特图' })
    await picture.waitFor()
    expect(await picture.getByRole('img', { name: /季度.*节点/ }).count()).toBe(33)
    expect(await page.getByRole('table', { name: '年度目标' }).getByRole('row').count()).toBe(9)
    await page.getByRole('radio', { name: '表格' }).click()
    await expect.poll(() => page.getByRole('table', { name: '任务' }).getByRole('row').count()).toBe(34)
    expect(page.url()).toContain('view=table')
    await context.close()
  })

  test('an officer proposes to raise a target, the leader approves, and the new number holds', async () => {
    const officer = await house.visit({ username: 'district', width: DESK })
    await officer.page.goto('/console/plan')
    await officer.page.getByRole('link', { name: TARGET }).click()
    await act(
      officer.page,
      '提出调整',
      async (dialog) => {
        await dialog.getByRole('textbox', { name: '调整后的目标数' }).fill('1234')
        await dialog.getByRole('textbox', { name: '为什么' }).fill('上半年走访比往年多，目标相应提高')
      },
      '提出',
    )
    const waiting = officer.page.getByRole('table', { name: '调整' }).getByRole('row').filter({ hasText: '1234' })
    await waiting.getByText('待批准').waitFor()
    const address = (await waiting.getByRole('link').getAttribute('href')) ?? ''
    expect(await officer.page.locator('main').innerText()).not.toContain('不少于 1234')
    await officer.context.close()

    const leader = await house.visit({ username: 'leader', width: DESK })
    await leader.page.goto(address)
    await act(leader.page, '批准')
    await leader.page.getByText('已批准').first().waitFor()
    await leader.page.getByRole('link', { name: TARGET }).click()
    await leader.page.getByText('不少于 1234 次').waitFor()
    await leader.context.close()
  })

  test('a street sees its own share and the mean, on a phone without scrolling sideways, and no task of the district', async () => {
    const { page, context } = await house.visit({ username: 'street', width: PHONE })
    await page.goto('/console/plan?year=2024')
    await page.getByText('本街道的份额').waitFor()
    expect(await page.getByText('甘特图').count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE)
    await context.close()
  })

  test('the calendar is made once, read by its address without signing in, and stops when it is taken back', async () => {
    const { page, context } = await house.visit({ username: 'district', width: DESK })
    await page.goto('/console/plan/calendar')
    await page.getByRole('button', { name: '生成地址' }).click()
    const address = await page.locator('code').innerText()
    expect(address).toMatch(/\/api\/calendar\/[\w-]{43}\.ics$/)
    const answer = await fetch(address)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const lines = (await answer.text()).replace(/\r\n[ \t]/g, '').split('\r\n')
    expect([lines[0], lines.at(-1) || lines.at(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
    const begun = lines.filter((line) => line === 'BEGIN:VEVENT').length
    expect(begun).toBeGreaterThan(30)
    expect(lines.filter((line) => line === 'END:VEVENT').length).toBe(begun)
    expect(lines.filter((line) => /^DTSTART;VALUE=DATE:\d{8}$/.test(line)).length).toBe(begun)
    await page.getByRole('button', { name: '停用' }).click()
    await page.getByRole('button', { name: '生成地址' }).waitFor()
    expect((await fetch(address)).status).toBe(404)
    await context.close()
  })
})
