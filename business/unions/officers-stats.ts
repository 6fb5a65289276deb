import { sql } from 'kysely'
import { endOf } from '../../kernel/access/permissions.ts'
import type { Day } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Tx } from '../../kernel/db/database.ts'
import type { Duty } from '../../kernel/org/terms.ts'
import type { contract } from './contract.ts'
import { technicalLevelsOn } from './rules/technical.ts'
import { placeIn } from './unions-list.ts'

type Stats = OutputOf<typeof contract.officers>
type Group = Stats['committee']

/** Who counts as a member of a committee; the audit and women's committees are other bodies. */
export const committeeDuties: readonly Duty[] = ['chair', 'vice_chair', 'committee']

/** Offices held on a day in unions that were there. */
export const officesHeldOn = (tx: Tx, federationId: string, day: Day, duties: readonly Duty[]) =>
  tx
    .selectFrom('union_officers as f')
    .where('f.federation_id', '=', federationId)
    .where('f.duty', 'in', [...duties])
    .where('f.from_on', '<=', day)
    .where(({ eb, or }) => or([eb('f.to_on', 'is', null), eb('f.to_on', '>', day)]))

/** The same with the person who holds each. */
const officesOn = (...asked: Parameters<typeof officesHeldOn>) =>
  officesHeldOn(...asked).innerJoin('persons as p', (join) =>
    join.onRef('p.federation_id', '=', 'f.federation_id').onRef('p.id', '=', 'f.person_id'),
  )

const SHOWN = 12

async function groupOf(ctx: Ctx, path: string, day: Day, duties: readonly Duty[]): Promise<Group> {
  const rows = await officesOn(ctx.tx, ctx.actor.federationId, day, duties)
    .where('f.org_path', '>=', path)
    .where('f.org_path', '<', endOf(path))
    .select(['p.skill_level as level', 'p.occupation', sql<number>`count(distinct f.person_id)::int`.as('people')])
    .groupBy(['p.skill_level', 'p.occupation'])
    .execute()
  const { levels } = technicalLevelsOn(day)
  const sum = (of: typeof rows) => of.reduce((all, { people }) => all + people, 0)
  const folded = <K extends string>(keyOf: (row: (typeof rows)[number]) => K) =>
    [...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, sum(group)] as const).toSorted((a, b) => b[1] - a[1])
  const occupations = folded(({ occupation }) => occupation || '未登记')
  const rest = occupations.slice(SHOWN).reduce((all, [, people]) => all + people, 0)
  return {
    people: sum(rows),
    technical: sum(rows.filter(({ level }) => levels.includes(level))),
    skills: folded(({ level }) => level).map(([level, people]) => ({ level, people })),
    occupations: [
      ...occupations.slice(0, SHOWN).map(([occupation, people]) => ({ occupation, people })),
      ...(rest > 0 ? [{ occupation: '其他', people: rest }] : []),
    ],
  }
}

/** Committee members and delegates by occupation and skill level as of a day, each person once; with the paper the share of technical workers rests on. */
export async function officersStats(ctx: Ctx, { under, on }: ParsedOf<typeof contract.officers>): Promise<Stats> {
  const path = placeIn(ctx, under)
  const day = on ?? ctx.today
  const [committee, delegates] = await Promise.all([
    groupOf(ctx, path, day, committeeDuties),
    groupOf(ctx, path, day, ['delegate']),
  ])
  return { day, basis: technicalLevelsOn(day).source, committee, delegates }
}
