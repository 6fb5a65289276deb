import { createReadStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { systemClock } from '../../../kernel/calendar/clock.ts'
import { dayOf, timeOf } from '../../../kernel/calendar/days.ts'
import { fail } from '../../../kernel/contract/errors.ts'
import { createSealer, type Sealer } from '../../../kernel/crypto/seal.ts'
import { asOwner, type Database, openDatabase } from '../../../kernel/db/database.ts'
import { lockFolder } from '../../../kernel/db/lock.ts'
import { migrate } from '../../../kernel/db/migrate.ts'
import type { Config } from '../../server/config.ts'
import { keysOf } from '../../server/house.ts'
import { exchange, unpackBeside, visit } from '../backup/embedded.ts'
import {
  countRows,
  databaseFile,
  differences,
  type Manifest,
  type Part,
  type Rows,
  readManifest,
  rowWords,
} from '../backup/manifest.ts'
import { verifyParts, writePart } from '../backup/parts.ts'
import { loadServer, moveSchemasAside, moveSchemasBack, onServer, requireAlone } from '../backup/server.ts'
import { postgresVersion } from '../backup/version.ts'
import { defineCommand, done } from '../command.ts'
import { auditOperator, operator } from '../operator.ts'
import { checkAudit, faultWords } from './verify-audit.ts'

export const restore = defineCommand({
  name: 'restore',
  usage: '文件夹',
  help: '从备份恢复；先核对每个文件，现有数据挪到一边，不会删除。须先停止服务',
  options: {},
  words: ['dir'],
  places: ['dir'],
  input: z.object({ dir: z.string('请写备份所在的文件夹') }),
  where: 'alone',
  async run(config, { dir }, say) {
    const sealer = sealerOf(config)
    const lock = lockFolder(config.dataDir)
    const beside = join(config.dataDir, 'files.restoring')
    try {
      const manifest = readManifest(sealer, dir)
      if ((manifest.engine === 'postgres') !== (config.databaseUrl !== undefined))
        fail(422, engineWords[manifest.engine])
      say('核对备份的每个文件……')
      await verifyParts(dir, manifest.parts)
      const stamp = systemClock().replace(/\D/g, '')
      const files = await bringFiles(beside, dir, manifest.parts)
      say('恢复数据库……')
      const url = config.databaseUrl
      const outcome = url
        ? await toServer(url, sealer, dir, manifest, stamp)
        : await toFolder(config.databaseDir, sealer, dir, manifest, stamp)
      const formerFiles = await exchange(join(config.dataDir, 'files'), files.folder, stamp)
      return done(
        [
          `已恢复 ${momentWords(manifest)} 的备份：${rowWords(outcome.rows)}，附件文件 ${files.count} 个。`,
          `审计记录 ${outcome.lines} 条，逐条核对无误。`,
          ...asideWords([...outcome.aside, ...(formerFiles ? [formerFiles] : [])]),
        ].join('\n'),
      )
    } finally {
      await rm(beside, { recursive: true, force: true })
      lock.release()
    }
  },
})

const engineWords = {
  pglite: '这份备份来自内置数据库。请去掉 DATABASE_URL 设置后再恢复。',
  postgres: '这份备份来自 PostgreSQL。请设置 DATABASE_URL，指向要恢复到的数据库。',
}

const momentWords = ({ createdAt }: Manifest): string => `${dayOf(createdAt)} ${timeOf(createdAt)}`

const asideWords = (aside: readonly string[]): string[] =>
  aside.length > 0 ? [`原有数据没有删除，保存在：${aside.join('、')}。确认无误后可自行清理。`] : []

/** Without the keys of the backup nothing can be restored, and making new ones would only hide that. */
function sealerOf(config: Config): Sealer {
  const file = join(config.dataDir, 'keys.json')
  if (!config.masterKey && !existsSync(file))
    fail(422, `没有密钥：请先把备份当时的 keys.json 放到 ${file}（权限 600），或设置 MASTER_KEY，再恢复。`)
  return createSealer(keysOf(config), config.crypto === 'national' ? 'national' : 'standard')
}

type Restored = { rows: Rows; lines: number; aside: string[] }

async function toFolder(
  databaseDir: string,
  sealer: Sealer,
  dir: string,
  manifest: Manifest,
  stamp: string,
): Promise<Restored> {
  if (manifest.postgres !== (await embeddedVersion()))
    fail(422, '这份备份的数据库版本与本程序内置的不同，请用制作备份的那个版本恢复，再升级。')
  const beside = await unpackBeside(databaseDir, sealer, dir, manifest.id)
  try {
    const proven = await visit(beside, (db) => prove(db, manifest))
    const aside = await exchange(databaseDir, beside, stamp)
    return { ...proven, aside: aside ? [aside] : [] }
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}

async function toServer(
  url: string,
  sealer: Sealer,
  dir: string,
  manifest: Manifest,
  stamp: string,
): Promise<Restored> {
  // The roles the dump grants to belong to the server, not to the dump: the first migration makes them.
  const first = await openDatabase({ url, pool: 2 })
  await migrate(first).finally(() => first.close())
  const suffix = `before_${stamp}`
  const aside = await onServer(url, async (client) => {
    await requireAlone(client)
    return moveSchemasAside(client, suffix)
  })
  try {
    await loadServer(url, sealer, dir, manifest.id)
    const db = await openDatabase({ url, pool: 2 })
    try {
      await migrate(db)
      return { ...(await prove(db, manifest)), aside }
    } finally {
      await db.close()
    }
  } catch (error) {
    await onServer(url, (client) => moveSchemasBack(client, suffix))
    throw error
  }
}

/** Major version of the PostgreSQL that is built in: its files open in no other. */
async function embeddedVersion(): Promise<number> {
  const db = await openDatabase({ memory: true })
  return postgresVersion(db).finally(() => db.close())
}

/** As many rows as were counted, an unbroken audit log, and a line in it that says so. @throws Failure 422 */
async function prove(db: Database, manifest: Manifest): Promise<{ rows: Rows; lines: number }> {
  const rows = await countRows(db.owner)
  const lost = differences(manifest.rows, rows)
  if (lost.length > 0) fail(422, `恢复后数目对不上，没有启用：${lost.join('；')}。原有数据没有改动。`)
  const { lines, faults } = await checkAudit(db)
  if (faults.length > 0)
    fail(422, `备份里的审计记录有 ${faults.length} 处问题，没有启用，原有数据没有改动：\n${faultWords(faults)}`)
  const federations = await db.owner.selectFrom('federations').select('id').execute()
  for (const { id } of federations) {
    await asOwner(db, (tx) =>
      auditOperator(tx, systemClock(), operator(id), {
        action: 'house.restore',
        reason: `恢复 ${momentWords(manifest)} 的备份 ${manifest.id}`,
      }),
    )
  }
  return { rows, lines }
}

/** The files of the backup beside the present ones, in the shape of the store. */
async function bringFiles(
  beside: string,
  dir: string,
  parts: readonly Part[],
): Promise<{ folder: string; count: number }> {
  await rm(beside, { recursive: true, force: true })
  const folder = join(beside, 'files')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = parts.filter(({ file }) => file !== databaseFile)
  for (const { file, sha256 } of files) {
    const brought = await writePart(createReadStream(join(dir, file)), beside, file)
    if (brought.sha256 !== sha256) fail(422, `备份里的文件 ${file} 在恢复时变了，没有启用。请换一份备份。`)
  }
  return { folder, count: files.length }
}
