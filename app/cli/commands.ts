import { z } from 'zod'
import { type Command, defineCommand, done } from './command.ts'
import { backup } from './commands/backup.ts'
import { checkReport } from './commands/check-report.ts'
import { figures } from './commands/figures.ts'
import { importTree } from './commands/import-tree.ts'
import { migrate } from './commands/migrate.ts'
import { restore } from './commands/restore.ts'
import { seed } from './commands/seed.ts'
import { userAdd } from './commands/user-add.ts'
import { userLock } from './commands/user-lock.ts'
import { verifyAuditCommand } from './commands/verify-audit.ts'
import { columnsOf } from './width.ts'

const help = defineCommand({
  name: 'help',
  usage: '',
  help: '显示这份说明',
  options: {},
  words: [],
  input: z.object({}),
  where: 'alone',
  run: async () =>
    done(
      `写法：npm run -s nuanfeng -- 命令 …\n\n${columnsOf(commands.map((one) => [`  ${one.name}`, one.help]))}\n\n各命令的写法：\n${commands.map((one) => `  ${one.name} ${one.usage}`.trimEnd()).join('\n')}`,
    ),
})

/** Every command, in the order in which `help` shows them. */
export const commands: readonly Command[] = [
  migrate,
  seed,
  figures,
  checkReport,
  userAdd,
  userLock,
  importTree,
  verifyAuditCommand,
  backup,
  restore,
  help,
]
