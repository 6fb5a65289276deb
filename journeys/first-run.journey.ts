import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(['--empty'])
})
afterAll(() => house?.close())

const CODE = /设置码 ([A-Z0-9]{4}-[A-Z0-9]{4})/
const administrators = [
  ['系统管理员', '方明', 'fangming'],
  ['安全管理员', '严清', 'yanqing'],
  ['审计管理员', '石静', 'shijing'],
] as const

test('an empty federation is set up with its code, its name, three administrators and its unions from a spreadsheet', async () => {
  const { page, context } = await house.visit({ width: 1440 })
  await page.goto('/console')
  await page.getByRole('textbox', { name: '设置码' }).fill('AAAA-BBBB')
  await page.getByRole('button', { name: '下一步' }).click()
  await page
    .getByText(/设置码不对|核对/)
    .first()
    .waitFor()
  await page.getByRole('textbox', { name: '设置码' }).fill(CODE.exec(house.output())?.[1] ?? '')
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByRole('textbox', { name: '行政区划代码' }).fill('440399')
  await page.getByRole('textbox', { name: '简称' }).fill('区总工会')
  await page.getByRole('textbox', { name: '全称' }).fill('青田区总工会')
  for (const [i, [, name, username]] of administrators.entries()) {
    await page.getByRole('textbox', { name: '姓名' }).nth(i).fill(name)
    await page.getByRole('textbox', { name: '用户名' }).nth(i).fill(username)
    await page.getByLabel('密码').nth(i).fill(`Qingtian-${username}-1`)
  }
  await page.getByRole('button', { name: /下一步|设立|保存/ }).click()

  const sheet =
    '上级,名称,代码,类型,等级\n青田区总工会,河口街道总工会,001,街道,\n河口街道总工会,河口社区工联会,001,社区,2\n不存在的街道,孤岛社区工联会,002,社区,1\n'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '工会.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await page.getByText('不存在的街道').first().waitFor()
  await page.getByRole('button', { name: '导入这 2 行' }).first().click()
  await page.getByRole('button', { name: '完成，进入系统' }).first().click()

  await page.waitForURL(/\/console/, { timeout: 60_000 })
  await page.getByRole('textbox', { name: /用户名/ }).waitFor()
  const answer = await context.request.get('/readyz')
  expect(answer.ok()).toBe(true)
  const unions = await context.request.post('/api/orgs/streets', { data: {} })
  expect(((await unions.json()) as { name: string }[]).map((union) => union.name)).toEqual(['河口街道总工会'])
  await context.close()
})

test('nothing of the demonstration is in it: its people cannot sign in, its figures are zero', async () => {
  await expect(house.visit({ username: 'street', width: 1440 })).rejects.toThrow('could not sign in')
})
