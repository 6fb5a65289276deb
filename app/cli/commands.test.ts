import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPresentPassword } from '../../kernel/accounts/passwords.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { freshFolder, openSmallHouse, type SmallHouse } from './small-house.ts'

let house: SmallHouse
beforeAll(async () => {
  house = await openSmallHouse(await freshFolder())
})
afterAll(async () => {
  await house.close()
  rmSync(house.config.dataDir, { recursive: true, force: true })
})

const add = (username: string, name: string, role: string, org: string, ...more: string[]) => [
  'user',
  'add',
  '--username',
  username,
  '--name',
  name,
  '--role',
  role,
  '--org',
  org,
  ...more,
]
const accountOf = (username: string) =>
  house.house.db.owner
    .selectFrom('account_users')
    .select(['id', 'person_id', 'must_change_password', 'disabled_at'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
const audited = async () =>
  (
    await house.house.db.owner
      .selectFrom('audit_log')
      .select(['action', 'reason', 'actor'])
      .where('federation_id', '=', '440307')
      .execute()
  ).map((row) => `${row.actor} ${row.action} ${row.reason}`)

describe('The figures of a year', () => {
  test('come as exactly one line of JSON in the promised order of fields', async () => {
    const { text, ok } = await house.run('figures', '--year', '2023', '--json')
    const found = JSON.parse(text)
    expect(ok).toBe(true)
    expect(Object.keys(found)).toEqual(['year', 'org', 'figures'])
    expect([found.year, found.org]).toEqual([2023, '440307'])
    for (const figure of found.figures)
      expect(Object.keys(figure)).toEqual(['code', 'title', 'value', 'unit', 'numerator', 'denominator'])
    expect(found.figures).toContainEqual({
      code: 'appeals.handled',
      title: '接报处理职工诉求',
      value: 0,
      unit: '宗',
      numerator: null,
      denominator: null,
    })
    expect(text).not.toContain('\n')
  })

  test.each([
    ['440307003', '440307003'],
    ['440307.003.', '440307003'],
    ['440307.003.008.', '440307003008'],
    ['平湖街道', '440307003'],
    ['龙岗区平湖街道总工会', '440307003'],
    ['白泥坑社区', '440307003008'],
    ['440307', '440307'],
  ])('are those of %s', async (org, code) => {
    expect(JSON.parse((await house.run('figures', '--year', '2023', '--org', org, '--json')).text).org).toBe(code)
  })

  test('can be asked for another span, and for a group of workers', async () => {
    const asked = ['figures', '--period', '2022-10-01~2023-09-30', '--group', 'newForm']
    const found = JSON.parse((await house.run(...asked, '--json')).text)
    expect(Object.keys(found)).toEqual(['period', 'org', 'group', 'figures'])
    const shownAs = (code: string) => found.figures.find((one: { code: string }) => one.code === code).value
    expect([shownAs('appeals.handled'), shownAs('unions.alive')]).toEqual([0, null])
    expect((await house.run(...asked)).text).toContain('2022 年 10 月 1 日至 2023 年 9 月 30 日，新就业形态劳动者')
  })

  test('can be read as a table', async () => {
    const { text } = await house.run('figures', '--year', '2023', '--org', '平湖街道')
    expect(text).toContain('龙岗区平湖街道总工会（440307003）2023 年')
    expect(text).toMatch(/接报处理职工诉求\s+0\s+宗\s+appeals\.handled/)
  })

  test('of a union nobody knows, or of a neighbour’s, are refused', async () => {
    await expect(house.run('figures', '--year', '2023', '--org', '沙头角')).rejects.toThrow('没有找到单位“沙头角”')
    await expect(house.run('figures', '--year', '2023', '--org', '440306')).rejects.toThrow('没有找到单位')
  })

  test('of a name that two unions share ask for the code', async () => {
    const root = await house.house.db.owner
      .selectFrom('orgs')
      .select('id')
      .where('path', '=', '440307.')
      .executeTakeFirstOrThrow()
    const twin = {
      federation_id: '440307',
      id: crypto.randomUUID(),
      parent_id: root.id,
      path: '440307.099.',
      kind: 'street' as const,
      code: '099',
      name: '双名',
      short_name: '平湖街道',
      valid_from: '2020-01-01',
    }
    await house.house.db.owner.insertInto('orgs').values(twin).execute()
    await expect(house.run('figures', '--year', '2023', '--org', '平湖街道')).rejects.toThrow(
      /不止一个.*440307003.*440307099/,
    )
    await house.house.db.owner.deleteFrom('orgs').where('id', '=', twin.id).execute()
  })
})

describe('An account', () => {
  test('is opened with a password that is made and shown once, and must be changed', async () => {
    const { text } = await house.run(
      ...add('chen.xm', '陈晓梅', 'street_officer', '平湖街道', '--phone', '13900139000'),
    )
    const password = /初始密码.*：(\S+)$/.exec(text)?.[1] ?? ''
    const account = await accountOf('chen.xm')
    expect(account.must_change_password).toBe(true)
    expect(await isPresentPassword(house.house.db, '440307', account.id, password)).toBe(true)
    const post = await house.house.db.owner
      .selectFrom('posts')
      .select(['role', 'org_path', 'title'])
      .where('person_id', '=', account.person_id)
      .execute()
    expect(post).toEqual([{ role: 'street_officer', org_path: '440307.003.', title: '街道总工会干部' }])
    expect([text, ...(await audited()), ...house.said].filter((line) => line.includes(password))).toEqual([text])
    expect(await audited()).toContain('命令行 house.user-add 开账号 chen.xm，龙岗区平湖街道总工会，街道总工会干部')
  })

  test('is opened with the password typed, which is shown nowhere', async () => {
    const { text } = await house.runWith('Heng-Gang2026', ...add('lin.xy', '林晓燕', 'mediator', '440307'))
    expect(await isPresentPassword(house.house.db, '440307', (await accountOf('lin.xy')).id, 'Heng-Gang2026')).toBe(
      true,
    )
    expect([text, ...(await audited()), ...house.said].join('\n')).not.toContain('Heng-Gang2026')
  })

  test('with a weak password, a taken name or a taken phone is refused, and leaves no person behind', async () => {
    const persons = async () => (await house.house.db.owner.selectFrom('persons').select('id').execute()).length
    const before = await persons()
    await expect(house.runWith('weak', ...add('zhao', '赵一', 'lawyer', '440307'))).rejects.toThrow('密码至少 10 位')
    await expect(house.run(...add('chen.xm', '赵一', 'lawyer', '440307'))).rejects.toThrow('用户名已被使用')
    await expect(house.run(...add('zhao', '赵一', 'lawyer', '440307', '--phone', '139 0013 9000'))).rejects.toThrow(
      '手机号已绑定',
    )
    expect(await persons()).toBe(before)
  })

  test('goes to the person of the registry with that name and phone, but never mixes administration with business', async () => {
    const { sealer, db } = house.house
    const known = crypto.randomUUID()
    const org = await db.owner.selectFrom('orgs').select('id').where('path', '=', '440307.').executeTakeFirstOrThrow()
    await db.owner
      .insertInto('persons')
      .values({
        federation_id: '440307',
        id: known,
        org_path: '440307.',
        name: '钱二',
        sex: 'female',
        phone_index: sealer.blindIndex('phone', '13700137000'),
      })
      .execute()
    await db.owner
      .insertInto('posts')
      .values({
        federation_id: '440307',
        id: crypto.randomUUID(),
        person_id: known,
        org_id: org.id,
        org_path: '440307.',
        role: 'audit_admin',
        title: '审计管理员',
        valid_from: '2020-01-01',
      })
      .execute()
    await expect(house.run(...add('qian', '钱二', 'lawyer', '440307', '--phone', '13700137000'))).rejects.toThrow(
      '三员分立：这个人现在是审计管理员',
    )
    await house.run(...add('qian', '钱二', 'audit_admin', '440307', '--phone', '13700137000'))
    expect((await accountOf('qian')).person_id).toBe(known)
  })

  test('is switched off and on again', async () => {
    expect((await house.run('user', 'lock', '--username', 'chen.xm')).text).toContain('已停用')
    expect((await accountOf('chen.xm')).disabled_at).not.toBeNull()
    expect((await house.run('user', 'lock', '--username', 'chen.xm', '--unlock')).text).toContain('已恢复')
    expect((await accountOf('chen.xm')).disabled_at).toBeNull()
    expect(await audited()).toEqual(
      expect.arrayContaining(['命令行 house.user-lock 停用账号 chen.xm', '命令行 house.user-unlock 恢复账号 chen.xm']),
    )
    await expect(house.run('user', 'lock', '--username', 'nobody')).rejects.toThrow('没有用户名为“nobody”的账号')
  })
})

test('a sheet of unions is looked at without writing, and then brought in', async () => {
  const file = join(house.config.dataDir, 'tree.csv')
  writeFileSync(file, '街道,社区,工会名称\n平湖街道,新村社区,某某玩具厂工会\n,,没有街道的工会\n')
  expect((await house.run('import-tree', file, '--check')).text).toContain('没有写入。可以导入 2 行')
  await expect(house.run('figures', '--year', '2023', '--org', '新村社区')).rejects.toThrow('没有找到')
  expect((await house.run('import-tree', file)).text).toContain('已导入 2 行')
  expect((await house.run('figures', '--year', '2023', '--org', '新村社区')).ok).toBe(true)
  expect((await house.run('import-tree', file)).text).toContain('已导入 0 行')
  await expect(house.run('import-tree', `${file}.gone`)).rejects.toThrow('没有找到文件')
})

test('the demonstration does not enter a federation that works', async () => {
  await expect(house.run('seed')).rejects.toThrow('MODE=empty')
})

test('an audit log that somebody has touched does not pass', async () => {
  expect((await house.run('verify-audit')).ok).toBe(true)
  const { db } = house.house
  const { rows } = await sql<{
    reason: string
  }>`update audit_log set reason = '改过' where (lane, seq) = (select lane, seq from audit_log order by at limit 1) returning reason`.execute(
    db.owner,
  )
  expect(rows).toHaveLength(1)
  const outcome = await house.run('verify-audit')
  expect(outcome.ok).toBe(false)
  expect(outcome.text).toContain('内容被改过')
  expect(
    await asOwner(db, async (tx) => (await tx.selectFrom('audit_log').select('seq').execute()).length),
  ).toBeGreaterThan(3)
})
