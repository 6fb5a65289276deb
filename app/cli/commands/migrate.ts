import { z } from 'zod'
import { openAndMigrate } from '../../server/open.ts'
import { defineCommand, done } from '../command.ts'

export const migrate = defineCommand({
  name: 'migrate',
  usage: '',
  help: '把数据库结构升级到本程序的版本；启动服务时也会自动做。须先停止服务',
  options: {},
  words: [],
  input: z.object({}),
  where: 'alone',
  async run(config) {
    const opened = await openAndMigrate(config)
    await opened.close()
    const { migrated } = opened
    return done(
      migrated.length === 0
        ? '数据库结构已是最新，没有要升级的。'
        : `已升级 ${migrated.length} 项：\n${migrated.map((name) => `  ${name}`).join('\n')}`,
    )
  },
})
