import { z } from 'zod'
import type { House } from '../ctx.ts'
import type { RegisteredJob } from '../jobs/registered.ts'
import { asSystem } from '../jobs/system.ts'
import { copyJob, runJob } from './job-names.ts'
import { runImport } from './run.ts'
import { runCopy } from './run-copy.ts'
import { tidyImports } from './tidy.ts'

const Which = z.object({ id: z.uuid() })

/**
 * Imports run by jobs, each in many transactions: to begin one, to write a copy with the reasons, every minute to take up again what a killed process left,
 * and every night to remove the files whose time is over.
 */
export const importJobs = (house: House): RegisteredJob[] => [
  { name: runJob, title: '导入表格', run: (data) => runImport(house, Which.parse(data).id) },
  { name: copyJob, title: '生成未导入清单', run: (data) => runCopy(house, Which.parse(data).id) },
  { name: 'imports.resume', title: '接着导入', cron: '* * * * *', run: () => resumeImports(house) },
  { name: 'imports.tidy', title: '清除导入文件', cron: '20 3 * * *', run: () => tidyImports(house) },
]

/** Asks again for every import that should be running and is not: at the start of a server, and each minute. */
export async function resumeImports(house: House): Promise<void> {
  const left = await house.db.owner
    .selectFrom('imports')
    .select('id')
    .where('federation_id', '=', house.federationId)
    .where((eb) => eb.or([eb('state', 'in', ['checking', 'storing', 'undoing']), eb('is_look_due', '=', true)]))
    .execute()
  if (left.length === 0) return
  await asSystem(house, async (ctx) => {
    for (const { id } of left) await house.later(ctx.tx, runJob, { id }, { key: id })
  })
}
