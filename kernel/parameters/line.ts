import { defineDeadlines } from '../calendar/deadlines.ts'
import { createCalendar } from '../calendar/holidays.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine } from '../line.ts'
import { contract } from './contract.ts'
import { deadlineCode, effectiveRules, type Parameter } from './effective.ts'
import { permissions } from './permissions.ts'
import { listTargets } from './targets.ts'

const show = (p: Parameter) => ({
  code: p.code,
  validFrom: p.valid_from,
  validTo: p.valid_to,
  value: p.value,
  source: p.source,
})

/** The version of each rule that holds today. */
const rules = async (ctx: Ctx) => {
  const all = ctx.house.rules.filter(
    (rule) => rule.validFrom <= ctx.today && (!rule.validTo || ctx.today < rule.validTo),
  )
  const newest = new Map(all.map((rule) => [`${rule.code} ${rule.jurisdiction}`, rule]))
  return [...newest.values()].map(({ code, title, amount, unit, clock, basis, sure, version, validFrom }) => ({
    code,
    title,
    amount,
    unit,
    clock,
    basis,
    sure,
    version,
    validFrom,
  }))
}

const values = async (ctx: Ctx) => {
  const rows = await ctx.tx
    .selectFrom('parameters')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .orderBy('code')
    .orderBy('valid_from')
    .execute()
  return rows.map(show)
}

/** A new dated version; one that begins on the same day replaces it, an earlier one ends there. */
async function put(ctx: Ctx, code: string, validFrom: string, value: unknown, source: string) {
  const row = {
    federation_id: ctx.actor.federationId,
    code,
    valid_from: validFrom,
    valid_to: null,
    value: JSON.stringify(value),
    source,
    edited_by: ctx.actor.personId,
    edited_at: ctx.now,
  }
  await ctx.tx
    .insertInto('parameters')
    .values(row)
    .onConflict((c) => c.columns(['federation_id', 'code', 'valid_from']).doUpdateSet(row))
    .execute()
  await ctx.tx
    .updateTable('parameters')
    .set({ valid_to: validFrom })
    .where('federation_id', '=', row.federation_id)
    .where('code', '=', code)
    .where('valid_from', '<', validFrom)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', validFrom)]))
    .execute()
  ctx.audit.reason = `${code} 自 ${validFrom}：${source}`
  ctx.afterCommit.push(ctx.house.refresh)
  return { code, validFrom, validTo: null, value, source }
}

async function setDeadline(ctx: Ctx, input: { rule: string; amount: number; validFrom: string; source: string }) {
  const builtIn = ctx.house.rules.find((rule) => rule.code === input.rule)
  if (!builtIn) fail(404, '没有这项期限，请从列表里选')
  if (input.validFrom <= ctx.today) fail(422, '新期限要从明天或以后起算，已经开始的事按原来的期限办')
  const { clock, sure } = builtIn
  if (clock === 'legal' && sure !== 'U') fail(422, '这是法律规定的期限，不能在这里修改；法律修订后请升级系统')
  defineDeadlines(
    effectiveRules(
      [builtIn],
      [
        {
          code: deadlineCode(input.rule),
          valid_from: input.validFrom,
          valid_to: null,
          value: { amount: input.amount },
          source: input.source,
        },
      ],
    ),
  )
  return put(ctx, deadlineCode(input.rule), input.validFrom, { amount: input.amount }, input.source)
}

const setMoney = (ctx: Ctx, input: { code: string; fen: number; validFrom: string; source: string }) =>
  put(ctx, input.code, input.validFrom, { fen: input.fen }, input.source)

async function setHolidays(
  ctx: Ctx,
  input: { year: number; holidays: string[]; makeUpDays: string[]; source: string },
) {
  const table = { year: input.year, basis: input.source, holidays: input.holidays, makeUpDays: input.makeUpDays }
  try {
    createCalendar({ years: [table] })
  } catch (error) {
    fail(422, (error as Error).message)
  }
  return put(ctx, `holidays.${input.year}`, `${input.year}-01-01`, table, input.source)
}

/** Dated configuration that the system administrator edits. */
export const line = defineLine({
  slug: 'parameters',
  title: '参数',
  chapter: 'self',
  permissions,
  contract,
  handlers: { rules, values, targets: (ctx) => listTargets(ctx), setDeadline, setMoney, setHolidays },
})
