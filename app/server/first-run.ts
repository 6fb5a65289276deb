import type { Keys } from '../../kernel/crypto/keys.ts'
import type { Database } from '../../kernel/db/database.ts'
import type { Config } from './config.ts'
import { makeSetupCode } from './first-run/code.ts'
import { buildSetup } from './first-run/routes.ts'
import { listenOn } from './port.ts'

export { federationIn } from './first-run/federation.ts'

export type FirstRun = {
  config: Config
  db: Database
  keys: Keys
  webDir: string
  say: (line: string) => void
  /** What must be closed when the process stops meanwhile. */
  closing: (() => Promise<void>)[]
}

/**
 * Asks the first administrator, in a browser, which federation this is and who its three administrators are; ends when that is done and the port is free
 * again. Whoever has the code shown in the terminal may answer, nobody else on the network. @throws ConfigError when the port is taken
 */
export async function askFirstRun({ config, db, keys, webDir, say, closing }: FirstRun): Promise<void> {
  const code = makeSetupCode()
  const { app, finished } = await buildSetup({ config, db, keys, webDir, code, say })
  const close = () => app.close()
  closing.unshift(close)
  const url = await listenOn(app, config, say)
  say(
    `\n  这是一个空库，请先完成首次设置：\n    打开   ${config.publicUrl ?? url}/setup\n    设置码 ${code}\n  设置码只用这一次，请勿转给他人。按 Ctrl-C 停止。\n`,
  )
  await finished
  await close()
  closing.splice(closing.indexOf(close), 1)
  say('首次设置完成，正在启动服务……')
}
