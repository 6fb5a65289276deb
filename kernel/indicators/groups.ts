// Stands on nothing that needs the server, so that the browser can share it.
import { type Dated, inForce } from '../calendar/dated.ts'

/** Groups of workers that figures are asked for. 产业工人, 劳模工匠, 新就业形态劳动者. */
export const groupCodes = ['industrial', 'craft', 'newForm'] as const
export type Group = (typeof groupCodes)[number]

export const groupTitles: Record<Group, string> = {
  industrial: '产业工人',
  craft: '劳模工匠',
  newForm: '新就业形态劳动者',
}

type Sectors = Dated & { sectors: string }

/**
 * Sections of GB/T 4754-2017 whose employees are industrial workers: farms and forest farms (A), mining (B), manufacturing (C), electricity, heat, gas
 * and water (D), construction (E), transport, storage and post (G), information and software (I). Dated, newest last.
 */
const industrialSectors: readonly Sectors[] = [
  {
    validFrom: '2000-01-01',
    sectors: 'ABCDEGI',
    source: '按《新时期产业工人队伍建设改革方案》（2017）对产业工人的说明对应国民经济行业门类，具体门类待区总工会确认',
    sure: 'U',
  },
]

/** The version that holds on a day (`YYYY-MM-DD`). @throws RangeError before the first */
export const industrialOn = (day: string): Sectors => inForce(industrialSectors, day)

/** Whether any line or register records who belongs to the group. Model workers and craftsmen have no register yet. */
export const isRecorded = (group: Group): boolean => group !== 'craft'

/** Who belongs to a group, in words, with the ground it rests on as of a day. */
export function definitionOf(group: Group, day: string): string {
  if (group === 'craft') return '劳动模范和工匠人才；还没有业务登记这一群体，所以分不出来'
  if (group === 'newForm') return '登记为新就业形态的职工（货车司机、网约车司机、快递员、外卖配送员等），按现在的登记'
  const { sectors, source } = industrialOn(day)
  return `在国民经济行业门类 ${[...sectors].join('、')} 的单位就业的职工，新就业形态的除外，按现在的登记；${source}`
}
