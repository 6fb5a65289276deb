import { rename, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { fail } from '../../../kernel/contract/errors.ts'
import { asOwner, type Database } from '../../../kernel/db/database.ts'
import { dumpEmbedded } from '../backup/embedded.ts'
import { manifestFile, rowWords, sealManifest } from '../backup/manifest.ts'
import { copyFiles, takeEmptyFolder } from '../backup/parts.ts'
import { dumpServer } from '../backup/server.ts'
import { postgresVersion } from '../backup/version.ts'
import { defineCommand, done, type Room } from '../command.ts'
import { auditOperator, operator } from '../operator.ts'

export const backup = defineCommand({
  name: 'backup',
  usage: '文件夹',
  help: '把数据库和附件加密备份到一个空文件夹；服务运行时也可以',
  options: {},
  words: ['dir'],
  places: ['dir'],
  input: z.object({ dir: z.string('请写备份到哪个文件夹') }),
  where: 'house',
  async run(room, { dir }) {
    const { house, config, say } = room
    keepOutside(room, dir)
    await takeEmptyFolder(dir)
    const id = uuidv7()
    const createdAt = house.clock()
    say('备份数据库……')
    const url = config.databaseUrl
    const { part, rows } = url
      ? await dumpServer(house.db, url, house.sealer, dir, id)
      : await dumpEmbedded(house.db, config.databaseDir, house.sealer, dir, id)
    say('备份附件……')
    const files = await copyFiles(join(config.dataDir, 'files'), dir)
    const facts = await factsOf(house.db)
    const manifest = sealManifest(house.sealer, {
      id,
      createdAt,
      engine: house.db.engine,
      ...facts,
      rows,
      parts: [part, ...files],
    })
    // Written last and moved into place: a backup without it never ended.
    await writeFile(join(dir, `${manifestFile}.new`), `${JSON.stringify(manifest, null, 1)}\n`, {
      mode: 0o600,
      flush: true,
    })
    await rename(join(dir, `${manifestFile}.new`), join(dir, manifestFile))
    const actor = operator(house.federationId)
    await asOwner(house.db, (tx) =>
      auditOperator(tx, house.clock(), actor, { action: 'house.backup', reason: `备份 ${id}，${files.length} 个附件` }),
    )
    return done([`已备份到 ${dir}：${rowWords(rows)}，附件文件 ${files.length} 个。`, keyWords(room)].join('\n'))
  },
})

/** A backup inside what is being backed up would eat its own tail, and be lost together with it. */
function keepOutside({ config }: Room, dir: string): void {
  for (const own of [config.databaseDir, join(config.dataDir, 'files')]) {
    if (!relative(own, dir).startsWith('..'))
      fail(422, `不能备份到数据文件夹 ${own} 里面，请另选一个文件夹，最好在另一块磁盘上。`)
  }
}

async function factsOf(db: Database): Promise<{ postgres: number; migrations: string[] }> {
  const applied = await sql<{ name: string }>`select name from migrations order by name`.execute(db.owner)
  return { postgres: await postgresVersion(db), migrations: applied.rows.map(({ name }) => name) }
}

const keyWords = ({ config }: Room): string =>
  config.masterKey
    ? '密钥不在备份里：请把 MASTER_KEY 另外妥善保存，没有它备份打不开。'
    : `密钥不在备份里：请把 ${join(config.dataDir, 'keys.json')} 复制到别处单独保存（不要和备份放在一起），没有它备份打不开。`
