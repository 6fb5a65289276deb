import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openHouse } from '../journeys/house.ts'

const target = join(import.meta.dirname, '../docs/images')

/** The main screens: name, address, who looks. `{appeal}` is an appeal of the street that is being handled. */
const screens = [
  ['hall-home', '/', 'rider'],
  ['hall-appeal', '/appeal', 'rider'],
  ['console-todo', '/console', 'street'],
  ['console-list', '/console/appeals', 'street'],
  ['console-record', '/console/appeals/{appeal}', 'street'],
  ['console-overview', '/console/overview?year=2023', 'leader'],
] as const

/** Takes the pictures of docs/images anew, at the desk's and the phone's width, from a demonstration of its own. */
const house = await openHouse()
mkdirSync(target, { recursive: true })
for (const width of [1440, 390]) {
  for (const [name, address, username] of screens) {
    const { page, context } = await house.visit({ username, width })
    const { posts } = await (await context.request.get('/api/auth/me')).json()
    const headers: Record<string, string> = posts[0] ? { 'nf-post': posts[0].id } : {}
    const list = address.includes('{appeal}')
      ? await (await context.request.post('/api/appeals/list', { data: { state: 'handling' }, headers })).json()
      : null
    await page.goto(address.replace('{appeal}', list?.rows[0]?.id ?? ''), { waitUntil: 'networkidle' })
    await page.waitForTimeout(800)
    await page.screenshot({ path: join(target, `${name}-${width}.png`) })
    await context.close()
  }
}
await house.close()
console.log(`${screens.length * 2} pictures in docs/images`)
