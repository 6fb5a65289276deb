import type { Insertable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../kernel/access/permissions.ts'
import { dayOf } from '../../kernel/calendar/days.ts'
import { dueAt, ruleAt } from '../../kernel/calendar/deadlines.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Transfers } from '../../kernel/db/schema.gen.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine } from './case-line.ts'
import type { Member } from './member.ts'
import { type askers, kinds } from './rules/words.ts'

type Asker = keyof typeof askers

/**
 * Who asks: the person, or an officer of a union that is concerned, or a job.
 * @throws Failure 403 somebody else's membership, or a union that is not concerned
 */
export function askerOf({ actor }: Ctx, personId: string, from: string, to?: string): Asker {
  if (actor.role === 'worker') {
    return actor.personId === personId ? 'member' : fail(403, '只能办自己的会籍，别人的请由工会办理')
  }
  if (actor.role === 'system') return 'line'
  if (actor.orgPath === from) return 'old_union'
  if (actor.orgPath === to) return 'new_union'
  if (isUnder(from, actor.orgPath) || (to !== undefined && isUnder(to, actor.orgPath))) return 'upper_union'
  return fail(403, '这个人不在您的工会，也不是转到您的工会，请联系他所在的工会')
}

type New = Omit<
  Insertable<Transfers>,
  'federation_id' | 'id' | 'number' | 'state' | 'created_at' | 'updated_at' | 'closed_at' | 'unit_path' | 'owner_id'
> & { id?: string }

/** A new matter in the hands of whoever asks; the step that follows gives it to the union that must act. @throws Failure 409 one is under way already */
export async function openMatter(ctx: Ctx, member: Member, matter: NewMatter): Promise<{ id: string; number: string }> {
  const { id = uuidv7(), ...given } = matter
  const number = await nextNumber(ctx, 'HJBD')
  const row = {
    ...given,
    id,
    number,
    summary: kinds[given.kind],
    from_union_id: member.unionId,
    from_path: member.unionPath,
    was: member.kind,
    unit_path: ctx.actor.orgPath || given.org_path,
    owner_id: given.person_id,
    assignee_id: null,
  }
  try {
    await openCase(ctx, caseLine, 'request', row)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      fail(409, '这个人的会籍变动正在办理，请等办完，或者先撤回再提')
    throw error
  }
  return { id, number }
}

export type NewMatter = Omit<New, 'from_union_id' | 'from_path' | 'was'>

/** The last day of a limit that begins now, as people say it: 3 月 7 日. */
export function lastDayOf(ctx: Ctx, rule: string): string {
  const due = dayOf(dueAt(ruleAt(ctx.house.rules, rule, ctx.today), ctx.now, ctx.house.calendar))
  return dayInWords(due)
}

const dayInWords = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
