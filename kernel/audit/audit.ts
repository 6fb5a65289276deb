import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Tx } from '../db/database.ts'

const LANES = 16

export type AuditEntry = {
  at: string
  actor: Actor
  action: string
  line: string
  recordId: string | null
  outcome: 'done' | 'refused'
  reason: string
  ip: string
}

/** What a line of the audit log says, in the order in which it is hashed. */
type Content = readonly (string | null)[]

/** SHA-256 over the length-prefixed fields, so that no two different lines have the same content. */
export const digestOf = (content: Content): string =>
  createHash('sha256')
    .update(content.map((field) => (field === null ? '-' : `${field.length}:${field}`)).join(''))
    .digest('hex')

/**
 * Appends one line in the open transaction, as its last statement: the chain's head stays locked until commit. One of sixteen chains is taken by
 * chance so that writers seldom wait for one another.
 */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { actor } = entry
  const reason = entry.reason.slice(0, 2000)
  const digest = digestOf([
    entry.at,
    actor.accountId,
    actor.personId,
    actor.postId,
    actorText(actor),
    entry.action,
    entry.line,
    entry.recordId,
    entry.outcome,
    reason,
    entry.ip,
  ])
  await sql`select nf_audit(${randomInt(LANES)}::smallint, ${entry.at}::timestamptz, ${actor.accountId}::uuid, ${actor.personId}::uuid, ${actor.postId}::uuid,
    ${actorText(actor)}, ${entry.action}, ${entry.line}, ${entry.recordId}::uuid, ${entry.outcome}, ${reason}, ${entry.ip}, ${digest})`.execute(
    tx,
  )
}

const actorText = (actor: Actor): string => [actor.orgName, actor.name].filter(Boolean).join(' ')

export type AuditFault = { federationId: string; lane: number; seq: number; fault: string }

/**
 * Walks every chain from its first link (pages of 5 000) and holds each line against its digest, its predecessor and the head.
 * @returns how many lines were read and the faults found: a changed, missing or inserted line, a cut tail
 */
export async function verifyAudit(tx: Tx): Promise<{ lines: number; faults: AuditFault[] }> {
  const faults: AuditFault[] = []
  let lines = 0
  const heads = await tx.selectFrom('audit_heads').selectAll().execute()
  const chains = await tx.selectFrom('audit_log').select(['federation_id', 'lane']).distinct().execute()
  const known = new Set(heads.map((head) => `${head.federation_id}/${head.lane}`))
  for (const chain of chains) {
    if (!known.has(`${chain.federation_id}/${chain.lane}`))
      faults.push({ federationId: chain.federation_id, lane: chain.lane, seq: 0, fault: '没有链头' })
  }
  for (const head of heads) {
    const walked = await walkChain(tx, head.federation_id, head.lane, (seq, fault) =>
      faults.push({ federationId: head.federation_id, lane: head.lane, seq, fault }),
    )
    lines += walked.seq
    if (walked.seq !== head.seq || walked.hash !== head.hash)
      faults.push({ federationId: head.federation_id, lane: head.lane, seq: walked.seq, fault: '链尾与链头不符' })
  }
  return { lines, faults }
}

async function walkChain(tx: Tx, federationId: string, lane: number, report: (seq: number, fault: string) => void) {
  let seq = 0
  let hash = ''
  for (;;) {
    const page = await tx
      .selectFrom('audit_log')
      .selectAll()
      .where('federation_id', '=', federationId)
      .where('lane', '=', lane)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(5000)
      .execute()
    for (const row of page) {
      if (row.seq !== seq + 1) report(row.seq, '前面缺了记录')
      const digest = digestOf([
        row.at,
        row.account_id,
        row.person_id,
        row.post_id,
        row.actor,
        row.action,
        row.line,
        row.record_id,
        row.outcome,
        row.reason,
        row.ip,
      ])
      if (digest !== row.digest) report(row.seq, '内容被改过')
      hash = createHash('sha256')
        .update(hash + row.digest)
        .digest('hex')
      if (hash !== row.hash) report(row.seq, '与前一条接不上')
      hash = row.hash
      seq = row.seq
    }
    if (page.length === 0) return { seq, hash }
  }
}
