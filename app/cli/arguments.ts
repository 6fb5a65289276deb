import { parseArgs } from 'node:util'
import { fail } from '../../kernel/contract/errors.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'

/**
 * Which command a command line means, and its input. Values are never repeated in a refusal: somebody may have typed a password.
 * @throws Failure 400 with a Chinese sentence saying what to write
 */
export function readCommand(args: readonly string[]): { command: Command; input: unknown } {
  const command =
    commands.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' ')) ?? refuseName(args)
  const given = collect(command, args.slice(command.name.split(' ').length))
  const parsed = command.input.safeParse(given)
  if (parsed.success) return { command, input: parsed.data }
  const sentences = [...new Set(parsed.error.issues.map((issue) => issue.message))]
  return fail(400, `${sentences.join('；')}。\n${usageOf(command)}`)
}

export const usageOf = ({ name, usage }: Pick<Command, 'name' | 'usage'>): string =>
  `写法：npm run -s nuanfeng -- ${[name, usage].join(' ').trim()}`

function refuseName(args: readonly string[]): never {
  const first = args[0] ?? ''
  const near = commands.filter(({ name }) => name.startsWith(`${first} `))
  if (first !== '' && near.length > 0)
    return fail(400, `命令 ${first} 后面还要写做什么：${near.map(({ name }) => name).join('、')}。`)
  return fail(
    400,
    `${/^[\w-]{1,30}$/.test(first) ? `没有“${first}”这个命令` : '没有写要执行的命令'}。可用的命令：${commands.map(({ name }) => name).join('、')}；写 help 看说明。`,
  )
}

/** Options and words by name, each at most once. */
function collect(command: Command, rest: readonly string[]): Record<string, string | boolean> {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, kind]) => [
      name,
      { type: kind === 'text' ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...rest], options, strict: false, allowPositionals: true, tokens: true })
  const given: Record<string, string | boolean> = {}
  let words = 0
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    const name = token.kind === 'option' ? token.name : command.words[words++]
    if (name === undefined) return fail(400, `这个命令后面写多了内容。\n${usageOf(command)}`)
    if (name in given) return fail(400, `--${name} 写了两次，请只留一个。`)
    given[name] = token.kind === 'option' ? valueIn(command, token) : token.value
  }
  return given
}

function valueIn(command: Command, { name, value }: { name: string; value?: string | undefined }): string | boolean {
  const kind = command.options[name]
  if (/^pass/i.test(name) && kind === undefined)
    return fail(400, '密码不能写在命令行里，别人能看到。执行后会请您输入，或由系统生成。')
  if (kind === undefined) return fail(400, `不认识选项 --${name}。\n${usageOf(command)}`)
  if (kind === 'flag') return value === undefined ? true : fail(400, `--${name} 后面不用写内容。\n${usageOf(command)}`)
  return value === undefined || value.startsWith('--')
    ? fail(400, `--${name} 后面要写内容。\n${usageOf(command)}`)
    : value
}
