import { sql } from 'kysely'
import { endOf, reachOf } from '../../kernel/access/permissions.ts'
import { addDays, type Day } from '../../kernel/calendar/days.ts'
import { ruleAt } from '../../kernel/calendar/deadlines.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { targetsAtRisk } from '../plan/public.ts'
import type { contract } from './contract.ts'
import { placeIn } from './late.ts'

type Risks = OutputOf<typeof contract.risks>

/** What the year will probably miss, and what runs out soon. @throws Failure 403 */
export async function risksOf(ctx: Ctx, input: ParsedOf<typeof contract.risks>): Promise<Risks> {
  const place = placeIn(ctx, input.place)
  const [targets, expiring] = await Promise.all([atRisk(ctx, input.year, place), expiringAt(ctx, place)])
  return { targets, expiring }
}

async function atRisk(ctx: Ctx, year: number, orgPath: string): Promise<Risks['targets']> {
  if (!mayRead(ctx, 'plan')) return []
  const targets = await targetsAtRisk(ctx, { year, orgPath })
  return targets.flatMap(({ figure, number, title, unit, comparator, value, risk, reading }) =>
    number === null
      ? []
      : [
          {
            code: figure,
            title,
            unit,
            comparator,
            number,
            value,
            forecast: reading?.forecast ?? null,
            isOver: risk === 'missed',
          },
        ],
  )
}

/** What a line tells is for whoever may read that line. */
function mayRead(ctx: Ctx, slug: string): boolean {
  const line = ctx.house.lines.find((one) => one.slug === slug)
  return line !== undefined && reachOf(line.permissions, `${slug}.read`, ctx.actor) !== null
}

const notices = { term: 'unions.term.far', certificate: 'unions.certificate.renew' } as const

/**
 * Unions whose term of office or certificate ends within the notice that the parameters give, counted as the register of unions lists them; nothing for
 * whoever may not read that register. One statement.
 */
async function expiringAt(ctx: Ctx, place: string): Promise<Risks['expiring']> {
  if (!mayRead(ctx, 'unions')) return []
  const until = {
    term: noticeUntil(ctx, notices.term),
    certificate: noticeUntil(ctx, notices.certificate),
  }
  const { term, certificate } = await countEnding(ctx, place, until)
  const opens = (what: string) => `/console/unions?${what}=soon&under=${encodeURIComponent(place)}`
  return [
    {
      kind: 'term',
      title: '任期快届满的工会',
      definition: '任期（含经批准的延期）从今天到这一天为止届满的基层工会',
      count: term,
      until: until.term,
      opens: opens('term'),
    },
    {
      kind: 'certificate',
      title: '法人证书快到期的工会',
      definition: '法人资格证书从今天到这一天为止到期的基层工会',
      count: certificate,
      until: until.certificate,
      opens: opens('certificate'),
    },
  ]
}

const noticeUntil = (ctx: Ctx, rule: string): Day => addDays(ctx.today, ruleAt(ctx.house.rules, rule, ctx.today).amount)

function countEnding(ctx: Ctx, place: string, until: { term: Day; certificate: Day }) {
  const { today } = ctx
  const ends = sql<Day>`coalesce(t.extended_to, t.expires_on)`
  return ctx.tx
    .selectFrom('orgs as o')
    .leftJoin('union_terms as t', (join) =>
      join
        .onRef('t.federation_id', '=', 'o.federation_id')
        .onRef('t.org_id', '=', 'o.id')
        .on('t.from_on', '<=', today)
        .on((eb) => eb.or([eb('t.ended_on', 'is', null), eb('t.ended_on', '>', today)])),
    )
    .leftJoin('union_certificates as c', (join) =>
      join
        .onRef('c.federation_id', '=', 'o.federation_id')
        .onRef('c.org_id', '=', 'o.id')
        .on('c.issued_on', '<=', today)
        .on((eb) => eb.or([eb('c.ended_on', 'is', null), eb('c.ended_on', '>', today)])),
    )
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.kind', '=', 'enterprise')
    .where(sql<boolean>`o.form is distinct from 'pool'`)
    .where('o.path', '>=', place)
    .where('o.path', '<', endOf(place))
    .where('o.valid_from', '<=', today)
    .where((eb) => eb.or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>', today)]))
    .select([
      sql<number>`count(*) filter (where ${ends} between ${today}::date and ${until.term}::date)`.as('term'),
      sql<number>`count(*) filter (where c.expires_on between ${today}::date and ${until.certificate}::date)`.as(
        'certificate',
      ),
    ])
    .executeTakeFirstOrThrow()
}
