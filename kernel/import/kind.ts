import type { Role } from '../access/roles.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { Ctx } from '../ctx.ts'
import type { Field } from '../exchange/headers.ts'

/** Why a cell, or the row as a whole (column ''), was not taken or deserves a look. `code` tells kinds of defect apart: id.check, row.twice. */
export type RowReason = { column: string; code: string; message: string }

/** A row of the sender's file after the pure checks, ready to be stored. Structured-cloneable: it may come from another thread. */
export type ReadValue = Readonly<Record<string, unknown>>

/** What a reader may know besides the row: the day, and what the officer chose for the whole file. */
export type ReadContext = { today: string; options: Readonly<Record<string, string>> }

/**
 * The pure half of a kind, loaded by its module's address so that another thread can run it: it reads no database and no clock.
 * The module exports it as `reader`.
 */
export type RowReader = {
  fields: readonly Field[]
  /** Cells by field key, trimmed, absent when empty. `warnings` do not keep a row out. */
  read(
    cells: Readonly<Record<string, string>>,
    context: ReadContext,
  ): { value: ReadValue; warnings: RowReason[] } | { reasons: RowReason[] }
  /**
   * What tells two rows apart, the normalised document number say: a second row with the same is refused as `row.twice` and names the first. Without it
   * only a row whose every cell is the same counts as twice.
   */
  identityOf?(value: ReadValue): string | null
}

/**
 * What the engine itself finds, before `read` sees the row. In a column of a required field it keeps the row out; elsewhere the cell counts as empty and
 * the row carries a warning.
 */
export const engineReasons = {
  'cell.damaged': '这一格是数字格式，后几位已被表格软件改成 0，请把整列设为“文本”格式后重新填写',
  'cell.formula': '这一格是公式，表里没有存下结果，请在 Excel 或 WPS 里打开后保存一次，或改填文字',
  'cell.error': '这一格是公式算错的结果（如 #N/A），请改填正确的内容',
  'row.twice': '和第 {row} 行是同一条，只按第 {row} 行导入，请删掉多余的一行',
} as const
export type EngineReason = keyof typeof engineReasons

/** What became of a row. `same`: it was there already just so, and nothing was written. */
export type Outcome =
  | { kind: 'added' | 'changed' | 'same'; id: string; warnings?: RowReason[] }
  | { kind: 'refused'; reasons: RowReason[] }

/** Tables whose rows an import may write and an undo may take back; each has the key (federation_id, id). */
export type ImportTable = 'persons' | 'past_memberships' | 'enterprises' | 'orgs'

/**
 * What was written, so that it can be undone: the row of the table that was added, or changed with the columns as they were before and after, as the
 * database holds them (days as `2026-01-05`, instants in UTC). In the order of writing. `row` is its number in the sheet: what one row of the sheet wrote is
 * undone together or, when somebody has changed any of it since, left together.
 */
export type Written =
  | { row: number; table: ImportTable; id: string; kind: 'added' }
  | {
      row: number
      table: ImportTable
      id: string
      kind: 'changed'
      before: Readonly<Record<string, unknown>>
      after: Readonly<Record<string, unknown>>
    }

export type StoreResult = { outcomes: Outcome[]; written: Written[] }

/** One kind of spreadsheet that a line takes in: 会员花名册. */
export type ImportKind = {
  name: string
  title: string
  /** Permission of the line that the sender must hold; also who may see and undo it (with reach over the union it was sent for). */
  permission: string
  /** Absolute address of the module that exports `reader` (`import.meta.resolve('./reader.ts')`). */
  reader: string
  /** Choices for the whole file, shown on the preview page. */
  options?: readonly { key: string; title: string; values: Readonly<Record<string, string>>; default: string }[]
  /** Union kinds for which a file may be sent. */
  forUnions: readonly ('district' | 'street' | 'community' | 'enterprise')[]
  roles?: readonly Role[]
  /**
   * What a row needs besides the database (sealing, blind indexes), done while the server stores the chunk before. Its answer takes the value's place;
   * `store` must not need it to have been called.
   */
  prepare?: (sealer: Sealer, value: ReadValue) => ReadValue
  /**
   * Looks up and, unless `isDryRun`, stores one chunk of rows in the open transaction under the sender's standing; a constant number of statements
   * per chunk. Answers one outcome per row, in order. `unit` is the union it was sent for.
   */
  store(
    ctx: Ctx,
    rows: readonly { row: number; value: ReadValue }[],
    about: {
      importId: string
      unit: { id: string; path: string }
      options: Readonly<Record<string, string>>
      isDryRun: boolean
    },
  ): Promise<StoreResult>
}
