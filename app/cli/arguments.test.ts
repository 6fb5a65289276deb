import { expect, test } from 'vitest'
import { Failure } from '../../kernel/contract/errors.ts'
import { readCommand } from './arguments.ts'
import { commands } from './commands.ts'

const refusalOf = (...args: string[]): string => {
  try {
    readCommand(args)
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
  return ''
}

test('a command line is read into the command and its input', () => {
  const { command, input } = readCommand(['figures', '--year', '2023', '--org=440307003', '--json'])
  expect(command.name).toBe('figures')
  expect(input).toEqual({ year: 2023, org: '440307003', json: true })
  expect(readCommand(['backup', '/srv/b']).input).toEqual({ dir: '/srv/b' })
})

test.each([
  [[], '没有写要执行的命令'],
  [['figurs'], '没有“figurs”这个命令。可用的命令：migrate、seed、figures'],
  [['user'], '后面还要写做什么：user add、user lock'],
  [['figures', '--yaer', '2023'], '不认识选项 --yaer'],
  [['figures'], '请写年份，例如 --year 2023'],
  [['figures', '--year', 'last'], '请写年份，例如 --year 2023'],
  [['figures', '--period', '2023-Q9'], '时段请写成 2023、2023-H1'],
  [['figures', '--period', '2023-Q1', '--year', '2023'], '--year 和 --period 只写一个'],
  [['figures', '--year', '2023', '--group', 'riders'], '群体请写 industrial（产业工人）'],
  [['figures', '--year'], '--year 后面要写内容'],
  [['figures', '--year', '--json'], '--year 后面要写内容'],
  [['figures', '--year', '2023', '--year', '2024'], '--year 写了两次'],
  [['figures', '--year', '2023', '--json=yes'], '--json 后面不用写内容'],
  [['figures', '2023'], '写多了内容'],
  [['backup'], '请写备份到哪个文件夹'],
  [['restore', 'a', 'b'], '写多了内容'],
  [
    ['user', 'add', '--username', 'Zhang San', '--name', '张三', '--role', 'worker', '--org', 'x'],
    '用户名用小写字母开头',
  ],
  [
    ['user', 'add', '--username', 'zhang', '--name', '张三', '--role', 'worker', '--org', 'x'],
    '角色只能是：district_leader（区总领导）',
  ],
  [
    ['user', 'add', '--username', 'zhang', '--name', '张三', '--role', 'mediator', '--org', 'x', '--phone', '1380'],
    '手机号应是 11 位数字',
  ],
])('%j is answered with what to write: %s', (args, words) => {
  expect(refusalOf(...args)).toContain(words)
})

test('a password in the command line is refused without being repeated', () => {
  for (const args of [
    ['--password', 'Geheim-2026'],
    ['--password=Geheim-2026'],
    ['--pass', 'Geheim-2026'],
    ['Geheim-2026'],
  ]) {
    const said = refusalOf('user', 'add', '--username', 'zhang', ...args)
    expect(said).not.toBe('')
    expect(said).not.toContain('Geheim')
  }
  expect(refusalOf('user', 'add', '--password=Geheim-2026')).toContain('密码不能写在命令行里')
})

test('help names every command in Chinese', async () => {
  const { command, input } = readCommand(['help'])
  if (command.where !== 'alone') throw new Error('help needs no house')
  const { readConfig } = await import('../server/config.ts')
  const { text } = await command.run(readConfig({}), input, () => {})
  for (const { name, help } of commands) {
    expect(text).toContain(name)
    expect(text).toContain(help)
    expect(help).toMatch(/[\u4e00-\u9fff]/)
  }
})
