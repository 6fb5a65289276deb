import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Job } from '../../kernel/line.ts'

/** Drafts are kept no longer than their purpose asks (个人信息保护法 19). */
export async function forgetChecks(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ gone: number }>`select nf_forget_report_checks(${ctx.today}::date) as gone`.execute(
    ctx.tx,
  )
  ctx.audit = { line: 'report-check', recordId: null, reason: `到期删除数据核验 ${rows[0]?.gone ?? 0} 份` }
}

export const jobs: readonly Job[] = [
  { name: 'report-check.forget', title: '到期的数据核验删除', cron: '40 3 * * *', run: forgetChecks },
]
