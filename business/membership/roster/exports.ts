import { isUnder } from '../../../kernel/access/permissions.ts'
import type { Handlers } from '../../../kernel/contract/contract.ts'
import { fail } from '../../../kernel/contract/errors.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Column } from '../../../kernel/exchange/columns.ts'
import { exportTable, inPages } from '../../../kernel/exchange/export.ts'
import type { rosterContract } from './contract.ts'
import { getLayout, listLayouts, removeLayout, saveLayout } from './exports/mappings.ts'
import { countMembers, type ExportedMember, pageOfMembers } from './exports/members.ts'
import { cellText, type Numbers } from './exports/text.ts'
import type { LayoutColumn } from './rules/layouts.ts'

/** Most members in one file; more are asked for union by union. */
const MOST = 20_000
const PAGE = 500
const PREVIEWED = 3
const wide = new Set(['firmName', 'unionName', 'idNumber', 'firmCode', 'unionCode'])

/** The union whose members are meant: one's own, or one below. @throws Failure 403, 404 */
async function getUnit(ctx: Ctx, path = ctx.actor.orgPath): Promise<{ path: string; name: string }> {
  if (!isUnder(path, ctx.actor.orgPath)) fail(403, '只能导出本级和下级工会的会员，请重新选择')
  const unit = await ctx.tx
    .selectFrom('orgs')
    .select(['path', 'short_name as name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', '=', path)
    .executeTakeFirst()
  return unit ?? fail(404, '没有找到这个工会，请重新选择')
}

const columnsOf = (ctx: Ctx, layout: readonly LayoutColumn[], numbers: Numbers): Column<ExportedMember>[] =>
  layout.map((column) => ({
    title: column.header,
    width: wide.has(column.field) ? 24 : 12,
    value: (member) => cellText(ctx.house.sealer, member, column, numbers),
  }))

export const rosterHandlers: Handlers<typeof rosterContract, Ctx> = {
  exportMappings: async (ctx) => ({ rows: await listLayouts(ctx) }),
  saveExportMapping: saveLayout,
  removeExportMapping: removeLayout,

  async previewExport(ctx, { unit: place, columns }) {
    const unit = await getUnit(ctx, place)
    const { rows } = await pageOfMembers(ctx, unit.path, undefined, PREVIEWED)
    const cells = rows.map((member) => columns.map((column) => cellText(ctx.house.sealer, member, column, 'masked')))
    return { rows: cells, total: await countMembers(ctx, unit.path), most: MOST, unitName: unit.name }
  },

  async exportMembers(ctx, { unit: place, mappingId, numbers, format, reason }) {
    const unit = await getUnit(ctx, place)
    const layout = await getLayout(ctx, mappingId)
    if ((await countMembers(ctx, unit.path)) > MOST)
      fail(413, `一次最多导出 ${MOST} 位会员，请先选一个下级工会，分几次导出`)
    const { document, rows } = await exportTable(ctx, {
      title: '会员名册',
      line: 'membership',
      columns: columnsOf(ctx, layout.columns, numbers),
      rows: inPages((after) => pageOfMembers(ctx, unit.path, after, PAGE)),
      reason: `${unit.name}，${layout.name}，${numbers === 'full' ? '含完整证件号码和手机号' : '证件号码和手机号已遮盖'}：${reason}`,
      format,
      limit: MOST,
    })
    return { documentId: document.id, name: document.name, rows }
  },
}
