import type { Updateable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Handlers } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { Imports } from '../db/schema.gen.ts'
import { getDocument, removeDocument } from '../documents/documents.ts'
import { getOrg } from '../org/queries.ts'
import { actorKept } from './acting.ts'
import type { contract } from './contract.ts'
import { nameContext } from './file.ts'
import { copyJob, runJob } from './job-names.ts'
import { optionsOf, readerOf } from './kinds.ts'
import { faultOf, fingerprintOf, rememberable } from './mapping.ts'
import { getLook, widthOf } from './preview.ts'
import { requireKind } from './reach.ts'
import { factsOf, getRecord, writtenRows } from './records.ts'
import type { ImportRecord } from './running.ts'
import { obstacleTo, type Verb } from './states.ts'

type Name = 'start' | 'look' | 'map' | 'check' | 'store' | 'retry' | 'cancel' | 'undo' | 'errorCopy'
type Actions = Pick<Handlers<typeof contract, Ctx>, Name>

const sheets = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
  'text/plain',
])
const freshCounts = { position: 0, added: 0, changed: 0, same: 0, refused: 0, warned: 0, codes: '{}' }

/** Takes over a file that the sender has just uploaded: from then on it is the import's, and lies with no other papers. */
const start: Actions['start'] = async (ctx, { documentId, line, kind, unitId }) => {
  const unit = await getOrg(ctx, { id: unitId })
  const found = requireKind(ctx, line, kind, unit.path)
  if (!found.kind.forUnions.some((known) => known === unit.kind))
    fail(422, '这一类表格不是给这级工会的，请选下面的工会')
  const file = await getDocument(ctx, documentId)
  if (file.uploaderId !== ctx.actor.personId || file.recordId !== null) fail(404, '没有找到这个文件，请重新上传')
  if (!sheets.has(file.mediaType)) fail(415, '这不是表格，请上传 .xlsx、.xls 或 .csv 文件')
  await removeDocument(ctx, documentId, '转入导入')
  const id = uuidv7()
  await ctx.tx
    .insertInto('imports')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      line,
      kind,
      unit_id: unit.id,
      org_path: unit.path,
      sender_id: file.uploaderId,
      sender_name: ctx.actor.name,
      actor: actorKept(ctx.actor),
      state: 'uploaded',
      document_id: file.id,
      stored_as: file.storedAs,
      name_sealed: ctx.house.sealer.seal(file.name, nameContext(id)),
      created_at: ctx.now,
    })
    .execute()
  await runLater(ctx, id)
  ctx.audit = { line: 'imports', recordId: id, reason: `上传${found.kind.title}，给${unit.name}` }
  return { id }
}

const runLater = (ctx: Ctx, id: string) => ctx.house.later(ctx.tx, runJob, { id }, { key: id })

/** @throws Failure 404, 409 when the import has moved on, 422 when it must not be done */
async function openFor(ctx: Ctx, verb: Verb, id: string): Promise<ImportRecord> {
  const record = await getRecord(ctx, id, true)
  const obstacle = obstacleTo(verb, factsOf(ctx, record), ctx.now)
  return obstacle === null ? record : fail(409, obstacle)
}

async function change(
  ctx: Ctx,
  record: ImportRecord,
  set: Updateable<Imports>,
  reason: string,
): Promise<{ id: string }> {
  await ctx.tx
    .updateTable('imports')
    .set(set)
    .where('federation_id', '=', record.federation_id)
    .where('id', '=', record.id)
    .execute()
  ctx.audit = { line: 'imports', recordId: record.id, reason }
  return { id: record.id }
}

const look: Actions['look'] = async (ctx, { id, sheet, headerRow }) => {
  const record = await openFor(ctx, 'look', id)
  await runLater(ctx, id)
  const isOther = sheet !== undefined && sheet !== record.sheet
  const place = { sheet: sheet ?? record.sheet, header_row: headerRow ?? (isOther ? null : record.header_row) }
  return change(ctx, record, { ...place, is_look_due: true, attempts: 0 }, '改读另一张工作表或表头')
}

const map: Actions['map'] = async (ctx, { id, map: chosen, options }) => {
  const record = await openFor(ctx, 'map', id)
  const { kind } = requireKind(ctx, record.line, record.kind, record.org_path)
  const { fields } = await readerOf(kind)
  const seen = getLook(ctx, record)
  const fault = faultOf(chosen, fields, widthOf(seen))
  if (fault) fail(422, fault)
  const row = { mapping: JSON.stringify(rememberable(seen.header, chosen, fields)), used_at: ctx.now }
  await ctx.tx
    .insertInto('import_mappings')
    .values({
      federation_id: ctx.actor.federationId,
      org_path: ctx.actor.orgPath,
      line: record.line,
      kind: record.kind,
      fingerprint: fingerprintOf(seen.header),
      ...row,
    })
    .onConflict((c) => c.columns(['federation_id', 'org_path', 'line', 'kind', 'fingerprint']).doUpdateSet(row))
    .execute()
  const set = {
    state: 'mapped',
    mapping: JSON.stringify(chosen),
    options: JSON.stringify(optionsOf(kind, options)),
  } as const
  return change(ctx, record, set, '确认对列')
}

const check: Actions['check'] = async (ctx, { id }) => {
  const record = await openFor(ctx, 'check', id)
  await runLater(ctx, id)
  return change(ctx, record, { ...newRun(ctx, record), ...freshCounts, state: 'checking' }, '核对表格')
}

const newRun = (ctx: Ctx, { run }: ImportRecord) => ({
  run: run + 1,
  attempts: 0,
  is_stop_wanted: false,
  begun_at: ctx.now,
  moved_at: null,
  actor: actorKept(ctx.actor),
})

/** Begins, or goes on where it was stopped. */
const store: Actions['store'] = async (ctx, { id }) => {
  const record = await openFor(ctx, 'store', id)
  await runLater(ctx, id)
  const isGoingOn = record.state === 'stored'
  const set = isGoingOn ? { is_stop_wanted: false, attempts: 0 } : { ...newRun(ctx, record), ...freshCounts }
  return change(ctx, record, { ...set, state: 'storing' }, isGoingOn ? '接着导入' : '开始导入')
}

const retry: Actions['retry'] = async (ctx, { id }) => {
  const record = await openFor(ctx, 'retry', id)
  await runLater(ctx, id)
  const isLook = record.failed_in === 'uploaded'
  const set = {
    state: record.failed_in ?? 'uploaded',
    failure: null,
    failed_in: null,
    is_look_due: isLook,
    attempts: 0,
    is_stop_wanted: false,
    actor: actorKept(ctx.actor),
  } as const
  return change(ctx, record, set, '出错后接着办')
}

/** What runs is asked to stop after its chunk and keeps what it has done; what does not run is given up, and its file goes. */
const cancel: Actions['cancel'] = async (ctx, { id }) => {
  const record = await openFor(ctx, 'cancel', id)
  if (record.state === 'checking' || record.state === 'storing')
    return change(ctx, record, { is_stop_wanted: true }, '停下')
  ctx.afterCommit.push(() => ctx.house.files.remove(record.stored_as))
  const set = { state: 'abandoned', failure: null, failed_in: null, look_sealed: null, is_look_due: false } as const
  return change(ctx, record, { ...set, file_gone_at: ctx.now }, '放弃导入')
}

const undo: Actions['undo'] = async (ctx, { id, reason }) => {
  const record = await openFor(ctx, 'undo', id)
  requireKind(ctx, record.line, record.kind, record.org_path)
  await runLater(ctx, id)
  const set = {
    state: 'undoing',
    position: 0,
    total: writtenRows(record),
    codes: '{}',
    failure: null,
    failed_in: null,
  } as const
  return change(ctx, record, { ...newRun(ctx, record), ...set }, `撤销导入：${reason}`)
}

const errorCopy: Actions['errorCopy'] = async (ctx, { id, isAll }) => {
  const record = await getRecord(ctx, id)
  if (record.file_gone_at !== null) fail(409, '表格文件已过保存期被清除，不能再下载')
  if (record.run === 0) fail(409, '还没有核对过，请先核对，再下载带原因的表格')
  const copyId = uuidv7()
  await ctx.tx
    .insertInto('import_copies')
    .values({
      federation_id: ctx.actor.federationId,
      id: copyId,
      import_id: id,
      requester_id: ctx.actor.personId ?? fail(401, '请先登录，再下载'),
      is_all: isAll,
      created_at: ctx.now,
    })
    .execute()
  await ctx.house.later(ctx.tx, copyJob, { id: copyId }, { key: copyId })
  ctx.audit = { line: 'imports', recordId: id, reason: isAll ? '下载带原因的全部行' : '下载没有导入的行' }
  return { id: copyId }
}

export const actions = { start, look, map, check, store, retry, cancel, undo, errorCopy } satisfies Actions
