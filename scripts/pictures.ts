import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse } from '../journeys/house.ts'

const target = join(import.meta.dirname, '../docs/images')

/** The main screens: name, address, who looks. `{appeal}` is an appeal of the street that is being handled, `{report}` the year's report, `{check}` a text held against the records. */
const screens = [
  ['hall-home', '/', 'rider'],
  ['hall-appeal', '/appeal', 'rider'],
  ['console-todo', '/console', 'street'],
  ['console-list', '/console/appeals', 'street'],
  ['console-record', '/console/appeals/{appeal}', 'street'],
  ['console-overview', '/console/overview?period=2023', 'leader'],
  ['console-plan', '/console/plan?year=2026', 'leader'],
  ['console-report', '/console/annual-report/{report}', 'leader'],
  ['console-check', '/console/report-check/{check}', 'leader'],
] as const

const CHECKED = `某区总工会2023年工作总结
一、2023年工作回顾
接报处理职工诉求849宗，帮助职工争取经济利益3851万元。新建基层工会组织250家，发展会员54281人，签订集体合同2230份。
二、2024年工作思路
培育街道层级的示范点不少于30个。`

type Ask = (path: string, data: object) => Promise<{ id?: string; rows?: { id: string }[] }>

/** What an address names in braces, made or found through the door everybody uses. */
const found: Record<string, (ask: Ask) => Promise<string | undefined>> = {
  appeal: async (ask) => (await ask('appeals/list', { state: 'handling' })).rows?.[0]?.id,
  report: async (ask) => (await ask('annual-report/list', {})).rows?.[0]?.id,
  check: async (ask) => (await ask('report-check/check', { text: CHECKED })).id,
}

/** Takes the pictures of docs/images anew, at the desk's and the phone's width, from a demonstration of its own. */
const house = await openHouse()
mkdirSync(target, { recursive: true })
for (const width of [1440, 390]) {
  for (const [name, address, username] of screens) {
    const { page, context } = await house.visit({ username, width })
    const { posts } = await (await context.request.get('/api/auth/me')).json()
    const headers = { 'idempotency-key': randomUUID(), ...(posts[0] ? { 'nf-post': String(posts[0].id) } : {}) }
    const ask: Ask = async (path, data) => (await context.request.post(`/api/${path}`, { data, headers })).json()
    const [braces, key] = /\{(\w+)\}/.exec(address) ?? []
    const id = key && (await found[key]?.(ask))
    await page.goto(braces ? address.replace(braces, id ?? '') : address, { waitUntil: 'networkidle' })
    await page.waitForTimeout(800)
    await page.screenshot({ path: join(target, `${name}-${width}.png`) })
    await context.close()
  }
}
await house.close()
console.log(`${screens.length * 2} pictures in docs/images`)
