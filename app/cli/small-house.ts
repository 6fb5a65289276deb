import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSmall } from '../../district/small.ts'
import { openDatabase } from '../../kernel/db/database.ts'
import { collectMigrations, migrate } from '../../kernel/db/migrate.ts'
import { type Config, type Env, readConfig } from '../server/config.ts'
import { type Furnished, furnish } from '../server/furnish.ts'
import { keysOf } from '../server/house.ts'
import { openAndMigrate } from '../server/open.ts'
import { readCommand } from './arguments.ts'
import type { Outcome } from './command.ts'

const cache = join(import.meta.dirname, '../../.cache')

/** For tests: a data folder of its own with an embedded database at today's schema, empty. */
export async function freshFolder(): Promise<string> {
  const hash = createHash('sha256')
  for (const { checksum } of collectMigrations()) hash.update(checksum)
  const model = join(cache, `folder-${hash.digest('hex').slice(0, 16)}`)
  if (!existsSync(model)) {
    const aside = `${model}.${process.pid}`
    mkdirSync(aside, { recursive: true })
    const db = await openDatabase({ dataDir: join(aside, 'db') })
    await migrate(db)
    await db.close()
    try {
      renameSync(aside, model)
    } catch {
      rmSync(aside, { recursive: true }) // another worker was faster
    }
  }
  const dir = mkdtempSync(join(tmpdir(), 'nf-house-'))
  cpSync(model, dir, { recursive: true })
  return dir
}

export type SmallHouse = Furnished & {
  config: Config
  said: string[]
  /** Runs a command line in this house, as the server does. */
  run(...args: string[]): Promise<Outcome>
  runWith(secret: string, ...args: string[]): Promise<Outcome>
  close(): Promise<void>
}

/** For tests: the small district in a real data folder, or on the server of `env.DATABASE_URL`. */
export async function openSmallHouse(dataDir: string, env: Env = {}, isEmpty = true): Promise<SmallHouse> {
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'empty', ...env })
  const opened = await openAndMigrate(config)
  const said: string[] = []
  const furnished = await furnish(config, opened.db, keysOf(config), '440307', (line) => said.push(line))
  if (isEmpty) await loadSmall(opened.db, furnished.house.sealer)
  const runWith = async (secret: string | undefined, ...args: string[]) => {
    const { command, input } = readCommand(args)
    if (command.where === 'alone') return command.run(config, input, (line) => said.push(line))
    return command.run({ ...furnished, config, secret, say: (line) => said.push(line) }, input)
  }
  return { ...furnished, config, said, runWith, run: (...args) => runWith(undefined, ...args), close: opened.close }
}

/** For tests: a command that needs the data folder to itself. */
export async function runAlone(config: Config, ...args: string[]): Promise<Outcome> {
  const { command, input } = readCommand(args)
  if (command.where !== 'alone') throw new Error(`${command.name} runs in a house`)
  return command.run(config, input, () => {})
}
