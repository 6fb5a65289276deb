import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail } from '../../../kernel/contract/errors.ts'
import type { Sealer } from '../../../kernel/crypto/seal.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import { collectMigrations } from '../../../kernel/db/migrate.ts'

export const manifestFile = 'manifest.json'
export const databaseFile = 'database.enc'
const format = 1

/** The tables that people count in; their numbers must come back. */
const counted = [
  'federations',
  'orgs',
  'enterprises',
  'persons',
  'posts',
  'account_users',
  'cases',
  'documents',
  'audit_log',
] as const
export const tableTitles: Readonly<Record<(typeof counted)[number], string>> = {
  federations: '总工会',
  orgs: '工会组织',
  enterprises: '企业',
  persons: '人员',
  posts: '岗位',
  account_users: '账号',
  cases: '办件',
  documents: '附件',
  audit_log: '审计记录',
}

const partSchema = z.object({
  file: z.string().regex(/^(database\.enc|files\/[0-9a-f]{2}\/[0-9a-f]{32})$/),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Part = z.infer<typeof partSchema>

const manifestSchema = z.object({
  format: z.int(),
  id: z.uuid(),
  version: z.string(),
  createdAt: z.iso.datetime(),
  engine: z.enum(['pglite', 'postgres']),
  /** Major version of PostgreSQL. */
  postgres: z.int(),
  migrations: z.array(z.string()),
  rows: z.record(z.enum(counted), z.int().min(0)),
  parts: z.array(partSchema).min(1),
  /** The fingerprint of all of the above, sealed: only the installation's keys can have written it. */
  proof: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>
export type Rows = Manifest['rows']

export const contextOf = (id: string): string => `backup.database:${id}`

const digestOf = (sealer: Sealer, { proof: _, ...content }: Manifest): string => sealer.digest(JSON.stringify(content))

/** The manifest as it is written, with its proof. */
export function sealManifest(sealer: Sealer, content: Omit<Manifest, 'proof' | 'format' | 'version'>): Manifest {
  const bare = manifestSchema.parse({ ...content, format, version: ownVersion(), proof: '' })
  return { ...bare, proof: sealer.seal(digestOf(sealer, bare), `backup.manifest:${bare.id}`) }
}

/** @throws Failure 422 with what to do: no or half a backup, made by a newer version, with other keys, or changed afterwards */
export function readManifest(sealer: Sealer, dir: string): Manifest {
  const text =
    readText(join(dir, manifestFile)) ??
    fail(422, `${dir} 里没有 ${manifestFile}：不是备份，或备份时中断了。请换一份完整的备份。`)
  const raw = parseText(text)
  const found = z.object({ format: z.int() }).safeParse(raw)
  if (found.success && found.data.format > format)
    fail(422, '这份备份由更新的版本制作，请先把系统升级到同一版本再恢复。')
  const parsed = manifestSchema.safeParse(raw)
  if (!parsed.success) return fail(422, `${manifestFile} 已损坏或被改动，不能恢复。请换一份备份。`)
  const manifest = parsed.data
  requireProof(sealer, manifest)
  const known = new Set(collectMigrations().map(({ name }) => name))
  if (manifest.migrations.some((name) => !known.has(name)))
    fail(422, '这份备份由更新的版本制作，请先把系统升级到同一版本再恢复。')
  return manifest
}

function requireProof(sealer: Sealer, manifest: Manifest): void {
  const opened = tryOpen(sealer, manifest)
  if (opened === undefined)
    fail(422, '密钥与这份备份不符，或清单被改动过。请把备份当时的 keys.json（或 MASTER_KEY）放回来再恢复。')
  // The other algorithm's installation writes another fingerprint of the same text.
  if (opened !== digestOf(sealer, manifest))
    fail(422, `${manifestFile} 被改动过，或备份时的 CRYPTO 设置与现在不同，不能恢复。`)
}

function tryOpen(sealer: Sealer, { id, proof }: Manifest): string | undefined {
  try {
    return sealer.open(proof, `backup.manifest:${id}`)
  } catch {
    return undefined
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const packageSchema = z.object({ version: z.string() })
const ownVersion = (): string =>
  packageSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))).version

/** How many rows the main tables hold. */
export async function countRows(tx: Tx): Promise<Rows> {
  const rows = {} as Rows
  for (const table of counted) {
    const { n } = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    rows[table] = Number(n)
  }
  return rows
}

export const rowWords = (rows: Rows): string =>
  counted.map((table) => `${tableTitles[table]} ${rows[table]}`).join('，')

/** The tables whose number is not what it was. */
export const differences = (before: Rows, after: Rows): string[] =>
  counted
    .filter((table) => before[table] !== after[table])
    .map((table) => `${tableTitles[table]}应有 ${before[table]}，实有 ${after[table]}`)
