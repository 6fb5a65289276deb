import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterprisesWhere, personsOf } from '../district/sampling.ts'
import { makeCreditCode, makeIdNumber } from '../kernel/people/identity.ts'
import { act, ask } from './acts.ts'
import { type House, openSpareHouse } from './house.ts'

const DESK = 1440
/** The notice stands for seven days, of which the first is not counted. */
const DAYS = 9
const REGISTERED = 6
const CERTIFICATE = '粤工社法证字第 440307-0918 号'
const CODE = makeCreditCode('81440307MC9Y8K7L2')

type Member = { id: string; name: string; sex: string }
type Duty = 'committee' | 'chair' | 'audit_committee' | 'women_committee'
type Dialog = ReturnType<Page['getByRole']>

let house: House
let daysAhead = 0
beforeAll(async () => {
  house = await openSpareHouse()
})
afterAll(() => house?.close())

/** Somebody's desk; its clock goes with the server's. */
async function sit(username: string, path: string): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await house.visit({ username, width: DESK })
  if (daysAhead > 0) await context.clock.setSystemTime(Date.now() + daysAhead * 86_400_000)
  await page.goto(path)
  return { page, context }
}

const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''
/** The state beside the title; the way above the record names all states at any time. */
const standsAt = (page: Page, state: string) =>
  page
    .locator('.nf-tag')
    .filter({ hasText: new RegExp(`^${state}$`) })
    .first()
    .waitFor()
const today = () => Temporal.Now.zonedDateTimeISO('Asia/Shanghai').add({ days: daysAhead }).toPlainDate().toString()

describe('a union is founded, from the lead to the legal person', () => {
  let firm = { id: '', name: '' }
  let founding = ''
  let election = ''
  let union = ''
  let founded = 0
  let members: Member[] = []
  const named: Record<Duty, Member[]> = {
    committee: [],
    chair: [],
    audit_committee: [],
    women_committee: [],
  }

  test('the community takes the lead, talks to the firm and reports the preparation', async () => {
    const { page, context } = await sit('community', '/console/organising/new')
    const free = await ask<{ rows: { id: string; name: string }[] }>(context, 'organising/firms', {
      size: 'all',
      limit: 50,
    })
    const staffed = enterprisesWhere({
      isUnionised: false,
      street: '003',
    }).filter((one) => personsOf(one).length >= REGISTERED)
    firm = free.rows.find(({ id }) => staffed.some((one) => one.id === id)) ?? firm
    expect(firm.name).not.toBe('')
    await page.getByRole('radio', { name: '全部' }).check()
    await page.getByRole('searchbox', { name: '单位名称' }).fill(firm.name)
    await page.getByRole('checkbox', { name: firm.name }).check()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `${firm.name}建会` }).waitFor()
    founding = new URL(page.url()).pathname
    await act(page, '记录联系', (dialog) =>
      dialog.getByRole('textbox', { name: '怎么谈的' }).fill('和人事部谈了两次，单位同意建会'),
    )
    await act(page, '报筹建', async (dialog) => {
      expect(await dialog.getByLabel('工会名称').inputValue()).toBe(`${firm.name}工会委员会`)
    })
    await standsAt(page, '已报筹建')
    await context.close()
  })

  test('Li Min of 平湖 approves the preparation', async () => {
    const { page, context } = await sit('street', founding)
    await act(page, '批复筹建')
    await standsAt(page, '发展会员')
    await context.close()
  })

  test('workers hand in their applications: six from the register, one by name and number', async () => {
    const { page, context } = await sit('community', founding)
    await act(page, '登记会员', async (dialog) => {
      const boxes = dialog.getByRole('checkbox')
      await boxes.first().waitFor()
      for (let i = 0; i < REGISTERED; i++) await boxes.nth(i).check()
      await dialog.getByText('已勾 6 人').waitFor()
    })
    await act(page, '登记会员', async (dialog) => {
      await dialog.getByRole('radio', { name: '登记一名' }).check()
      await dialog.getByLabel('姓名').fill('苏晓梅')
      await dialog.getByLabel('证件号码').fill(
        makeIdNumber({
          region: '440307',
          birthOn: '1993-06-15',
          sequence: 962,
        }),
      )
    })
    await page.getByText('交申请书 7 人').waitFor()
    members = (
      await ask<{ rows: Member[] }>(context, 'organising/members', {
        id: idOf(page),
        limit: 50,
      })
    ).rows
    expect(members.map(({ name }) => name)).toContain('苏晓梅')
    await context.close()
  })

  test('the election is opened, candidates are named, and the list is posted up', async () => {
    const { page, context } = await sit('community', founding)
    await act(page, '开始选举')
    await page.getByRole('link', { name: '打开选举' }).click()
    await page.getByRole('heading', { name: '候选人', exact: true }).waitFor()
    election = new URL(page.url()).pathname
    nameCandidates()
    const [first, ...others] = named.committee
    await act(page, '提名候选人', (dialog) => nominate(dialog, first as Member))
    await page.getByRole('row', { name: first?.name ?? '' }).waitFor()
    const rest = { ...named, committee: others }
    for (const duty of Object.keys(rest) as Duty[]) {
      for (const { id } of rest[duty]) {
        await ask(context, 'elections/nominate', {
          id: idOf(page),
          duty,
          personId: id,
        })
      }
    }
    await page.reload()
    await act(page, '确定候选人名单')
    await act(page, '公示', (dialog) => dialog.getByLabel('贴在哪里').fill('车间门口公告栏'))
    await page.getByText('车间门口公告栏', { exact: true }).waitFor()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: /候选人报批.*期满才能报批/ }).waitFor()
    await context.close()
  })

  /** Two women for the women’s seat, two for audit of whom neither leads, the chair from the committee. */
  function nameCandidates(): void {
    const women = members.filter(({ sex }) => sex === 'female')
    const others = members.filter(({ id }) => !women.slice(0, 2).some((one) => one.id === id))
    named.women_committee = women.slice(0, 2)
    named.committee = others.slice(0, 4)
    named.chair = others.slice(0, 1)
    named.audit_committee = members.filter(({ id }) => id !== others[0]?.id).slice(-2)
  }

  async function nominate(dialog: Dialog, { name }: Member): Promise<void> {
    await dialog.locator('select:focus').waitFor()
    await dialog.getByRole('combobox', { name: '哪位会员' }).fill(name)
    await dialog.getByRole('option', { name: firm.name }).filter({ hasText: name }).first().click()
  }

  test('nine days later the candidates go to the street, which approves them', async () => {
    daysAhead = DAYS
    await house.restart({ DEMO_DAYS_AHEAD: String(DAYS) })
    const community = await sit('community', election)
    await act(community.page, '候选人报批')
    await standsAt(community.page, '候选人待批')
    await community.context.close()
    const street = await sit('street', election)
    await act(street.page, '批准候选人')
    await standsAt(street.page, '待开会')
    await street.context.close()
  })

  test('all members meet and vote; the community types in the count', async () => {
    const { page, context } = await sit('community', election)
    await act(page, '记到会人数', async (dialog) => {
      await dialog.getByLabel('在哪里').fill('公司食堂')
      await dialog.getByLabel('实到').fill('7')
    })
    await page.getByText('应到 7，实到 7').first().waitFor()
    await act(page, '录入计票', async (dialog) => {
      await dialog.getByLabel('监票人').fill('黄志强')
      await dialog.getByLabel('计票人').fill('周倩')
      await count(dialog, '委员', named.committee, [7, 6, 5, 3])
      await count(dialog, '主席', named.chair, [7])
      await count(dialog, '经审委员', named.audit_committee, [5, 2])
      await count(dialog, '女职工委员', named.women_committee, [2, 5])
    })
    await standsAt(page, '计票待核')
    await context.close()
  })

  async function count(dialog: Dialog, duty: string, candidates: readonly Member[], approvals: readonly number[]) {
    const part = dialog
      .getByRole('heading', { level: 3, name: new RegExp(`^${duty}(?!会)`) })
      .locator('xpath=ancestor::section[1]')
    await part.getByLabel('收回').fill('7')
    await part.getByLabel('有效').fill('7')
    for (const [i, { name }] of candidates.entries()) {
      const approve = approvals[i] ?? 0
      await part.getByLabel(`${name}赞成`).fill(String(approve))
      await part.getByLabel(`${name}反对`).fill(String(7 - approve))
    }
  }

  test('Li Min checks the count, for nobody checks the own', async () => {
    const { page, context } = await sit('street', election)
    await act(page, '核对计票')
    await standsAt(page, '结果已出')
    await context.close()
  })

  test('the result and the founding are reported', async () => {
    const { page, context } = await sit('community', election)
    await act(page, '报告选举结果')
    await standsAt(page, '结果待批')
    await page.goto(founding)
    await act(page, '报请成立')
    await standsAt(page, '已报成立')
    await context.close()
  })

  test('Li Min confirms the election and approves the founding: the union lives', async () => {
    const leader = await sit('leader', '/console/overview')
    founded = await foundedThisYear(leader.page)
    await leader.context.close()
    const { page, context } = await sit('street', election)
    await act(page, '批复', (dialog) => dialog.getByLabel('批复文号').fill('平工组〔2026〕18号'))
    await standsAt(page, '已批复')
    await page.goto(founding)
    await act(page, '批复成立')
    await page.getByRole('link', { name: '打开工会台账' }).waitFor()
    await context.close()
  })

  test('seal and account are recorded, and the community applies for the legal person', async () => {
    const { page, context } = await sit('community', founding)
    await act(page, '记刻章开户', async (dialog) => {
      await dialog.getByLabel('刻章日期').fill(today())
      await dialog.getByLabel('开户日期').fill(today())
      await dialog.getByLabel('开户银行').fill('深圳农村商业银行平湖支行')
    })
    await act(page, '报法人登记', async (dialog) => {
      await dialog.getByRole('checkbox', { name: '有办公场所' }).check()
      await dialog.getByRole('checkbox', { name: '有经费' }).check()
    })
    await standsAt(page, '已报法人登记')
    await context.close()
  })

  test('the district registers it with a code of its own, and refuses the employer’s', async () => {
    const { page, context } = await sit('organising', founding)
    await act(page, '登记法人', async (dialog) => {
      await dialog.getByLabel('证书编号').fill(CERTIFICATE)
      await dialog.getByLabel('统一社会信用代码').fill(makeCreditCode('91440300MA5FKXWY1'))
      await dialog.getByRole('button', { name: '登记法人', exact: true }).click()
      await dialog.getByText('这是企业的信用代码').waitFor()
      await dialog.getByLabel('统一社会信用代码').fill(CODE)
    })
    await page.getByText(CODE).waitFor()
    await page.getByText(CERTIFICATE).first().waitFor()
    await page.getByRole('link', { name: '打开工会台账' }).click()
    await page.getByRole('heading', { level: 1, name: `${firm.name}工会委员会` }).waitFor()
    union = new URL(page.url()).pathname
    await page.getByText(CERTIFICATE).waitFor()
    await page.getByText(CODE).waitFor()
    expect(await page.getByRole('row', { name: /主席/ }).first().innerText()).toContain(named.chair[0]?.name)
    await context.close()
  })

  test('the year counts one union more, and the figure opens to it', async () => {
    const { page, context } = await sit('leader', '/console/overview')
    expect(await foundedThisYear(page)).toBe(founded + 1)
    await page
      .getByRole('button', { name: /新建基层工会组织/ })
      .first()
      .click()
    await page.getByRole('table', { name: '数据背后的记录' }).locator(`a[href="${union}"]`).click({ timeout: 60_000 })
    await page.getByRole('heading', { level: 1, name: `${firm.name}工会委员会` }).waitFor()
    await context.close()
  })

  /** All figures of the district are added up on one connection: on a busy machine that takes its time. */
  async function foundedThisYear(page: Page): Promise<number> {
    const text = await page
      .getByRole('button', { name: /新建基层工会组织/ })
      .first()
      .innerText({ timeout: 60_000 })
    return Number(text.replace(/,/g, '').match(/\d+/)?.[0])
  }
})
