import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, openSmallHouse, type SmallHouse } from '../small-house.ts'

const run = promisify(execFile)
const REPORT =
  '一、2023年工作回顾\n接报处理职工诉求894宗。\n（一）甲\n（一）乙\n二、2024年工作计划\n力争建会率达到85%以上。'
const ROOT = join(import.meta.dirname, '../../..')

let house: SmallHouse
const folder = mkdtempSync(join(tmpdir(), 'nf-check-'))
const file = join(folder, '总结.txt')
beforeAll(async () => {
  writeFileSync(file, REPORT)
  house = await openSmallHouse(await freshFolder())
})
afterAll(async () => {
  await house.close()
  rmSync(house.config.dataDir, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

describe('A report checked at the command line', () => {
  test('comes as exactly one line of JSON in the promised order of fields, and every quote is a piece of it', async () => {
    const { text, ok } = await house.run('check-report', file, '--json')
    const { claims, defects } = JSON.parse(text)
    expect(ok).toBe(true)
    expect(text).not.toContain('\n')
    const promised = [
      'quote',
      'value',
      'unit',
      'comparator',
      'qualifier',
      'subject',
      'section',
      'isTarget',
      'figure',
      'verdict',
    ]
    for (const claim of claims) {
      expect(Object.keys(claim)).toEqual([...promised, 'line', 'ours', 'why'])
      expect(REPORT).toContain(claim.quote)
    }
    expect(claims[0]).toMatchObject({ quote: '894宗', value: 894, unit: '宗', comparator: '=', isTarget: false })
    expect(claims[0]).toMatchObject({ figure: 'appeals.handled', verdict: 'differs', ours: 0, line: 2 })
    expect(claims[1]).toMatchObject({ quote: '85%以上', isTarget: true, verdict: 'target' })
    expect(defects.slice(0, 2)).toMatchObject([
      { kind: 'repeated-heading', quote: '（一）甲', line: 3 },
      { kind: 'repeated-heading', quote: '（一）乙', line: 4 },
    ])
  })

  test('can be read as a table', async () => {
    const { text } = await house.run('check-report', file)
    expect(text).toContain('2023：2 处数字（与记录一致 0，与记录不一致 1，计划目标 1，没有记录可对 0）')
    expect(text).toMatch(/2\s+894宗\s+与记录不一致/)
    expect(text).toMatch(/3\s+标题序号重复/)
  })

  test('is held against the union and the year that are named', async () => {
    const asked = ['--year', '2022', '--org', '平湖街道', '--json']
    expect(JSON.parse((await house.run('check-report', file, ...asked)).text).claims[0].verdict).toBe('differs')
    await expect(house.run('check-report', file, '--org', '沙头角')).rejects.toThrow('没有找到单位')
    await expect(house.run('check-report', file, '--year', '去年')).rejects.toThrow('请写年份')
  })

  test('that is not there, or no report, is refused with what to do', async () => {
    await expect(house.run('check-report', join(folder, '没有.docx'))).rejects.toThrow('没有找到这个文件')
    await expect(house.run('check-report', folder)).rejects.toThrow('这不是一个文件')
    await expect(house.run('check-report')).rejects.toThrow('请写报告文件')
  })

  test('is kept nowhere', async () => {
    const { n } = await house.house.db.owner
      .selectFrom('report_checks')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(n).toBe(0)
  })

  test('where no data have been set up still tells its numbers, says so aside, and makes no data', async () => {
    const none = join(folder, 'none')
    const env = { ...process.env, DATA_DIR: none, MODE: 'empty', DATABASE_URL: '', INIT_CWD: folder }
    const { stdout, stderr } = await run(process.execPath, ['app/cli/main.ts', 'check-report', '总结.txt', '--json'], {
      cwd: ROOT,
      env,
    })
    expect(JSON.parse(stdout).claims[0]).toMatchObject({ value: 894, figure: null, verdict: 'not in our records' })
    expect(stderr).toContain('还没有数据可对')
    expect(existsSync(none)).toBe(false)
  })
})
