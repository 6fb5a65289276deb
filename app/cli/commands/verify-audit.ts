import { sql } from 'kysely'
import { z } from 'zod'
import { type AuditFault, verifyAudit } from '../../../kernel/audit/audit.ts'
import { asOwner, type Database } from '../../../kernel/db/database.ts'
import { defineCommand, done } from '../command.ts'

/** Lines and heads as of one moment: on a server with many writers they would otherwise be read a moment apart. */
export const checkAudit = (db: Database): Promise<{ lines: number; faults: AuditFault[] }> =>
  asOwner(db, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    return verifyAudit(tx)
  })

const shown = 50

export const faultWords = (faults: readonly AuditFault[]): string =>
  [
    ...faults
      .slice(0, shown)
      .map(({ federationId, lane, seq, fault }) => `  ${federationId} 第 ${lane} 链第 ${seq} 条：${fault}`),
    ...(faults.length > shown ? [`  ……另有 ${faults.length - shown} 处`] : []),
  ].join('\n')

export const verifyAuditCommand = defineCommand({
  name: 'verify-audit',
  usage: '',
  help: '核对审计记录有没有被改过、删过或插过',
  options: {},
  words: [],
  input: z.object({}),
  where: 'house',
  async run({ house }) {
    const { lines, faults } = await checkAudit(house.db)
    if (faults.length === 0) return done(`审计记录 ${lines} 条，逐条核对无误。`)
    return {
      ok: false,
      text: `审计记录 ${lines} 条，发现 ${faults.length} 处问题，请保留现场并报告审计管理员：\n${faultWords(faults)}`,
    }
  },
})
