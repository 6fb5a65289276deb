import { sql } from 'kysely'
import { between, randomOf, seededId } from '../../../district/random.ts'
import { communities } from '../../../district/tree.ts'
import { addDays, type Day, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import { initialsOf } from '../../../kernel/search/initials.ts'
import { activitiesUntil, checkWords, clubs, links, newForms, officerOf, pilots, points } from './plan.ts'

export const fed = (house: House) => ({ federation_id: house.federationId })

/** Pilots, points, links, and federations for new forms of work; what the plan wants of them is the plan's to say. */
export async function addMarks(tx: Tx, house: House): Promise<void> {
  const of = ({ id, community, sinceOn, theme }: (typeof pilots)[number]) => ({
    ...fed(house),
    id,
    org_id: community.id,
    org_path: community.path,
    theme,
    since_on: sinceOn,
  })
  await tx
    .insertInto('federation_pilots')
    .values(pilots.map(of))
    .onConflict((c) => c.doNothing())
    .execute()
  await tx
    .insertInto('federation_points')
    .values(points.map(of))
    .onConflict((c) => c.doNothing())
    .execute()
  await addLinks(tx, house)
  await tx
    .insertInto('orgs')
    .values(
      newForms.map(({ id, parent, path, name, foundedOn }) => ({
        ...fed(house),
        id,
        parent_id: parent.id,
        path,
        kind: 'community' as const,
        code: 'X01',
        name,
        short_name: '新就业形态',
        initials: initialsOf('新就业形态'),
        form: 'new_form' as const,
        sort: parent.sort,
        founded_on: foundedOn,
        valid_from: foundedOn,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

async function addLinks(tx: Tx, house: House): Promise<void> {
  const rows = links.map(({ id, street, name, theme, sinceOn }) => ({
    ...fed(house),
    id,
    org_path: street.path,
    name,
    theme,
    since_on: sinceOn,
  }))
  await tx
    .insertInto('federation_links')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
  const members = links.flatMap(({ id, members: all }) =>
    all.map((one) => ({ ...fed(house), link_id: id, org_id: one.id, org_path: one.path })),
  )
  await tx
    .insertInto('federation_link_members')
    .values(members)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Terms and committees of the federations: the full-time worker and four members of the place; eleven terms have run out. */
export async function addCommittees(tx: Tx, house: House): Promise<void> {
  const all = [
    ...communities.map((one, n) => ({
      id: one.id,
      path: one.path,
      under: one.path,
      n,
      chair: officerOf(one).personId,
      years: n % 10 === 3 ? 3 : 5,
      from: n % 10 === 3 ? '2022-06-01' : '2023-03-01',
      duty: 'committee',
    })),
    ...newForms.map((one, n) => ({
      id: one.id,
      path: one.path,
      under: one.parent.path,
      n: 200 + n,
      chair: null,
      years: 5,
      from: one.foundedOn,
      duty: 'delegate',
    })),
  ]
  const terms = all.map((one) => seededId('federation term', one.n))
  const column = <K extends keyof (typeof all)[number]>(key: K) => all.map((one) => one[key])
  await sql`with planned as (select * from unnest(${terms}::uuid[], ${column('id')}::uuid[], ${column('path')}::text[], ${column('under')}::text[],
      ${column('chair')}::uuid[], ${column('years')}::int[], ${column('from')}::date[], ${column('duty')}::text[]) as t (term, id, path, under, chair, years, since, duty)
      where not exists (select from union_terms x where x.federation_id = ${house.federationId} and x.org_id = t.id)),
    begun as (insert into union_terms (federation_id, id, org_id, org_path, ordinal, from_on, years, expires_on)
      select ${house.federationId}, term, id, path, 1, since, years, (since + make_interval(years => years) - interval '1 day')::date from planned returning 1),
    people as (select p.*, m.id as person, case when m.n = 1 and p.duty = 'delegate' then 'chair' else p.duty end as office from planned p cross join lateral (
        select x.id, row_number() over (order by x.org_path, x.id) as n from (select id, org_path from persons q where q.federation_id = ${house.federationId}
          and q.org_path >= p.under and q.org_path < left(p.under, -1) || '/' and q.membership = 'full' and q.merged_into is null
          and (p.duty = 'committee' or q.is_new_form) and q.id is distinct from p.chair order by q.org_path, q.id limit case p.duty when 'delegate' then 31 else 4 end) x) m)
    insert into union_officers (federation_id, id, org_id, org_path, person_id, duty, is_full_time, term_id, from_on)
    select ${house.federationId}, gen_random_uuid(), id, path, person, office, false, term, since from people, (select count(*) from begun) b
    union all select ${house.federationId}, gen_random_uuid(), id, path, chair, 'chair', true, term, since from planned where chair is not null`.execute(
    tx,
  )
}

/** Offices, accounts, clubs with what they did, and what the federations said about themselves this year. */
export async function addDaily(tx: Tx, house: House, today: Day): Promise<void> {
  const profiles = communities.map((one, n) => ({
    ...fed(house),
    org_id: one.id,
    org_path: one.path,
    office_area: n % 13 === 7 ? null : between(randomOf('federations office', n), 2, 18) * 10,
    has_account: n % 13 === 7 ? null : one.grade <= 2 || n % 3 === 0,
    updated_at: instantAt('2024-03-01', '10:00'),
  }))
  await tx
    .insertInto('federation_profiles')
    .values(profiles)
    .onConflict((c) => c.doNothing())
    .execute()
  const clubRows = clubs.map(({ id, community, name, kind, members, foundedOn }) => ({
    ...fed(house),
    id,
    org_id: community.id,
    org_path: community.path,
    name,
    kind,
    charter: '自愿参加，民主管理，活动公开，经费公示。',
    members,
    counted_on: addDays(today, -30),
    founded_on: foundedOn,
  }))
  await tx
    .insertInto('federation_clubs')
    .values(clubRows)
    .onConflict((c) => c.doNothing())
    .execute()
  const activities = activitiesUntil(today).map(({ id, clubId, linkId, path, title, heldOn, heads, fen }) => ({
    ...fed(house),
    id,
    org_path: path,
    club_id: clubId,
    link_id: linkId,
    title,
    held_on: heldOn,
    heads,
    fen,
  }))
  await tx
    .insertInto('federation_activities')
    .values(activities)
    .onConflict((c) => c.doNothing())
    .execute()
  await addChecks(tx, house, today)
}

async function addChecks(tx: Tx, house: House, today: Day): Promise<void> {
  const year = Number(today.slice(0, 4))
  const at = instantAt(addDays(today, -40), '10:00')
  const rows = communities.flatMap((one, n) =>
    Object.entries(checkWords).flatMap(([item, evidence], k) => {
      const isOpen = (n + k) % 5 === 3
      const isMet = (n * 4 + k) % 11 !== 0
      const state: 'confirmed' | 'met' | 'not_met' = isOpen ? 'confirmed' : isMet ? 'met' : 'not_met'
      const row = {
        ...fed(house),
        org_id: one.id,
        org_path: one.path,
        year,
        item,
        evidence,
        confirmed_by: officerOf(one).personId,
        confirmed_at: at,
        state,
        checked_at: isOpen ? null : at,
        note: state === 'not_met' ? '材料不全，补齐后再报' : '',
      }
      return (n + k) % 5 === 4 ? [] : [row]
    }),
  )
  await tx
    .insertInto('federation_checks')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}
