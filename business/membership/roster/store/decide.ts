import type { RowReason } from '../../../../kernel/import/kind.ts'
import type { RosterRow } from '../row.ts'
import type { Twin } from './lookup.ts'
import type { Place } from './places.ts'

/** What is to become of a row: refused, a new person, a person to be taken into the union, or a member whose record is compared. */
export type Decision =
  | { kind: 'refuse'; reasons: RowReason[] }
  | { kind: 'add' }
  | { kind: 'take'; twin: Twin; warnings: RowReason[] }
  | { kind: 'compare'; twin: Twin; warnings: RowReason[] }

const refuse = (code: string, message: string): Decision => ({
  kind: 'refuse',
  reasons: [{ column: '证件号码', code, message }],
})

const standingKept: RowReason = {
  column: '会籍状态',
  code: 'standing.kept',
  message: '登记册里是在会，表里写保留会籍，没有改动；要改请在会员登记册里办理',
}

/** A member of another union. The union is named only to those within whose reach it lies. */
export const elsewhere = (unionTitle: string | null): Decision =>
  refuse(
    'member.elsewhere',
    `${unionTitle === null ? '现为别的工会会员' : `现为“${unionTitle}”的会员`}，请为本人办理转会，不要重复登记`,
  )

/**
 * Decides by who bears the document number already (D:C1.3, C1.5). Nobody is taken out of another union: that is a transfer. Who waits in a pool, is
 * kept without dues, has left or was only collected is taken in.
 */
export function decide(row: RosterRow, twin: Twin | undefined, place: Place): Decision {
  if (twin === undefined) return { kind: 'add' }
  if (!twin.isSameName) return refuse('number.taken', '这个证件号码在登记册里是另一个姓名，请对照证件核对姓名和号码')
  const isHere = twin.unionId === place.unionId
  if (twin.membership === 'full') {
    if (!isHere) return elsewhere(twin.unionTitle)
    return { kind: 'compare', twin, warnings: row.isRetained ? [standingKept] : [] }
  }
  if (twin.membership === 'retained' && row.isRetained)
    return isHere ? { kind: 'compare', twin, warnings: [] } : elsewhere(twin.unionTitle)
  return { kind: 'take', twin, warnings: [] }
}
