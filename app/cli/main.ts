import { existsSync } from 'node:fs'
import { Failure } from '../../kernel/contract/errors.ts'
import { FolderLocked } from '../../kernel/db/lock.ts'
import { findServing } from '../../kernel/db/serving.ts'
import { translate } from '../../kernel/http/translate.ts'
import { type Config, ConfigError, loadEnvFile, readConfig } from '../server/config.ts'
import { federationIn } from '../server/first-run.ts'
import { furnish } from '../server/furnish.ts'
import { keysOf } from '../server/house.ts'
import { openAndMigrate } from '../server/open.ts'
import { readCommand } from './arguments.ts'
import type { Command, Outcome, Room } from './command.ts'
import { passOn } from './pass-on.ts'
import { placeOf } from './place.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Carries a command out here; when a server has the database open, through that server. */
async function carryOut(config: Config, args: readonly string[]): Promise<Outcome> {
  const { command, input } = readCommand(args.length === 0 || args[0] === '--help' ? ['help'] : args)
  const placed = withPlaces(command, input)
  if (command.where === 'alone')
    return command.run(config, placed, say).catch((error: unknown) => refuseWhileServing(config, command, error))
  if (command.withoutHouse && !hasData(config)) return command.withoutHouse(placed, say)
  const secret = await command.ask?.(placed)
  try {
    return await inHouse(config, (room) => command.run({ ...room, secret }, placed))
  } catch (error) {
    const serving = error instanceof FolderLocked ? findServing(config.dataDir) : undefined
    if (!serving) throw error
    return passOn(serving, { args: absolute(command, args, input, placed), secret }, say)
  }
}

const hasData = (config: Config): boolean => Boolean(config.databaseUrl) || existsSync(config.databaseDir)

async function inHouse(config: Config, work: (room: Room) => Promise<Outcome>): Promise<Outcome> {
  const opened = await openAndMigrate(config)
  try {
    const federationId = (await federationIn(opened.db, config.federation)) ?? config.federation
    const furnished = await furnish(config, opened.db, keysOf(config), federationId, say)
    return await work({ ...furnished, config, say })
  } finally {
    await opened.close()
  }
}

function refuseWhileServing(config: Config, command: Command, error: unknown): never {
  const serving = error instanceof FolderLocked ? findServing(config.dataDir) : undefined
  if (!serving) throw error
  throw new Failure(
    409,
    `服务正在运行（${serving.url}，进程 ${serving.pid}），${command.name} 要独占数据。请先停止服务（在它的窗口按 Ctrl-C，或 systemctl stop），再执行一次。`,
  )
}

type Fields = Record<string, unknown>

/** The server stands in another folder: places on the disk are made absolute. */
function withPlaces(command: Command, input: unknown): Fields {
  const fields = { ...(input as Fields) }
  for (const name of command.places ?? []) if (typeof fields[name] === 'string') fields[name] = placeOf(fields[name])
  return fields
}

const absolute = (command: Command, args: readonly string[], input: unknown, placed: Fields): string[] =>
  args.map((arg, at) => {
    const isName = at < command.name.split(' ').length
    const place = isName ? undefined : command.places?.find((name) => (input as Fields)[name] === arg)
    return place ? String(placed[place]) : arg
  })

/** The sentence for an expected refusal; anything else is a fault of ours and shows in full. */
const wordsOf = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof FolderLocked) return error.message
  const failure = translate(error)
  return failure.status < 500 || error instanceof Failure
    ? failure.message
    : String(error instanceof Error ? (error.stack ?? error.message) : error)
}

// Whoever reads only the first lines of it closes the pipe: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  loadEnvFile()
  const { text, ok } = await carryOut(readConfig(process.env), process.argv.slice(2))
  const stream = ok ? process.stdout : process.stderr
  stream.write(`${text}\n`)
  process.exitCode = ok ? 0 : 1
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`)
  process.exitCode = 1
}
