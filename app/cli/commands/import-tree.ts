import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { dayOf } from '../../../kernel/calendar/days.ts'
import { fail } from '../../../kernel/contract/errors.ts'
import { asOwner } from '../../../kernel/db/database.ts'
import { bringTree, readTree } from '../../server/first-run/tree.ts'
import { isThere } from '../backup/parts.ts'
import { defineCommand } from '../command.ts'
import { findOrg } from '../find-org.ts'
import { operator } from '../operator.ts'

const shown = 30

export const importTree = defineCommand<{ file: string; check: boolean }>({
  name: 'import-tree',
  usage: '表格.xlsx [--check]',
  help: '从表格导入街道、社区和基层工会；已有的不动，可重复导入。--check 只核对不写入',
  options: { check: 'flag' },
  words: ['file'],
  places: ['file'],
  input: z.object({ file: z.string('请写表格文件（.xlsx 或 .csv）'), check: z.boolean().default(false) }),
  where: 'house',
  async run({ house }, { file, check }) {
    if (!(await isThere(file))) fail(404, `没有找到文件 ${file}，请核对。`)
    await asOwner(house.db, (tx) => findOrg(tx, house.federationId, dayOf(house.clock()), undefined))
    const sheet = await readTree(createReadStream(file))
    const report = await bringTree(house, operator(house.federationId), sheet, check)
    const errors = report.errors.map(({ row, message }) => `  第 ${row} 行：${message}`)
    const lines = [
      `${check ? '核对完毕，没有写入。可以导入' : '已导入'} ${report.added} 行，${report.known} 行原来就有，${errors.length} 行有问题。`,
      ...errors.slice(0, shown),
      ...(errors.length > shown ? [`  ……另有 ${errors.length - shown} 行`] : []),
    ]
    return { ok: errors.length === 0, text: lines.join('\n') }
  },
})
