import { actorOf, type Cast } from '../../../district/cast.ts'
import { districtOfficers } from '../../../district/officers.ts'
import { type Day, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import { perform } from '../../../kernel/http/perform.ts'
import { line } from '../line.ts'

export type Act = (who: Cast, name: string, input: unknown, on: Day, what?: string) => Promise<unknown>

/** Acts as somebody on a day at ten in the morning, never after now; told again it is answered and not done twice. */
export const actsOf =
  (house: House): Act =>
  (who, name, input, on, what = '') => {
    const now = house.clock()
    const at = instantAt(on, '10:00')
    const idempotencyKey = `demo-plan-${name}-${on}-${what}`
    const then = { ...house, clock: () => (at < now ? at : now) }
    return perform(then, line, name, input, { actor: actorOf(who), idempotencyKey })
  }

/** The officer who heads a department; the plan itself is kept by the office. */
export function headOf(department: string): Cast {
  const head = districtOfficers.find(({ title }) => title.startsWith(department)) ?? districtOfficers[5]
  if (!head) throw new Error(`nobody heads ${department}`)
  return head
}
