import type { Cast } from '../../../district/cast.ts'
import { communityOfficers } from '../../../district/officers.ts'
import { between, randomOf, seededId } from '../../../district/random.ts'
import { type Community, communities, communitiesOf, district, type Place, streets } from '../../../district/tree.ts'
import { addDays, type Day, daysBetween } from '../../../kernel/calendar/days.ts'

/** Pilots of the reform at the end of 2023: 22. */
const PILOTS = 22

const dayIn = (stream: string, n: number, from: Day, to: Day): Day =>
  addDays(from, between(randomOf(`federations ${stream}`, n), 0, daysBetween(from, to)))

export type Marked = { id: string; community: Community; sinceOn: Day; theme: string }
const themes = ['网格走访', '职工社团', '新就业形态建会入会', '规范化建设', '会员服务'] as const
const themeOf = (n: number): string => themes[n % themes.length] ?? themes[0]

/** The pilots were chosen in 2022 and 2023 among the federations of the first and second grade. */
export const pilots: readonly Marked[] = communities
  .filter(({ grade }) => grade <= 2)
  .slice(0, PILOTS)
  .map((community, n) => ({
    id: seededId('federation pilot', n),
    community,
    sinceOn: dayIn('pilot', n, n < 8 ? '2022-07-01' : '2023-02-01', n < 8 ? '2022-11-30' : '2023-11-30'),
    theme: themeOf(n),
  }))

/** Three demonstration points a street: two or three of them by the end of 2024, the rest in 2025. */
export const points: readonly Marked[] = streets.flatMap((street, s) =>
  communitiesOf(street.code)
    .slice(0, 3)
    .map((community, k) => ({
      id: seededId('federation point', s * 3 + k),
      community,
      sinceOn: dayIn(
        'point',
        s * 3 + k,
        k < 2 || s < 9 ? '2024-03-01' : '2025-02-01',
        k < 2 || s < 9 ? '2024-12-10' : '2025-06-30',
      ),
      theme: themeOf(s + k),
    })),
)

export type Linked = {
  id: string
  street: Place
  name: string
  theme: string
  sinceOn: Day
  members: readonly Community[]
}
/** Two pairs a street since 2024: four federations. */
export const links: readonly Linked[] = streets.flatMap((street, s) => {
  const four = communitiesOf(street.code).slice(1, 5)
  return [four.slice(0, 2), four.slice(2, 4)].map((members, k) => ({
    id: seededId('federation link', s * 2 + k),
    street,
    name: `${members.map(({ name }) => name).join('—')}互联互动`,
    theme: k === 0 ? '共用阵地，联办技能培训和招聘' : '社团互访，走访经验共享',
    sinceOn: dayIn('link', s * 2 + k, '2024-04-01', '2024-11-30'),
    members,
  }))
})

export type NewForm = { id: string; parent: Place; path: string; name: string; foundedOn: Day }
/** One of the district and eleven of the streets, founded in 2024 and 2025. */
export const newForms: readonly NewForm[] = [district, ...streets].map((parent, n) => ({
  id: seededId('federation new form', n),
  parent,
  path: `${parent.path}X01.`,
  name: n === 0 ? '龙岗区新就业形态劳动者工会联合会' : `${parent.name}街道新就业形态劳动者工会联合会`,
  foundedOn:
    n < 9 ? dayIn('new form', n, '2024-05-01', '2024-12-15') : dayIn('new form', n, '2025-01-10', '2025-04-30'),
}))

const clubNames = [
  ['羽毛球社', 'sport'],
  ['篮球社', 'sport'],
  ['合唱团', 'art'],
  ['书友会', 'reading'],
  ['志愿服务队', 'volunteer'],
  ['电工技能社', 'skill'],
] as const

/** One to three clubs a federation, the better graded ones more. */
export const clubs = communities.flatMap((community, i) =>
  Array.from({ length: community.grade <= 2 ? 3 : community.grade === 3 ? 2 : 1 }, (_, k) => {
    const n = i * 3 + k
    const [kind, type] = clubNames[(i + k * 2) % clubNames.length] ?? clubNames[0]
    return {
      id: seededId('federation club', n),
      community,
      name: `${community.name}${kind}`,
      kind: type,
      members: between(randomOf('federations members', n), 18, 85),
      foundedOn: dayIn('club', n, '2021-03-01', '2024-10-31'),
      n,
    }
  }),
)

/** What clubs and links did up to `today`: two to four times a year. */
export function activitiesUntil(today: Day) {
  const of = (id: string, path: string, from: Day, seed: number, isClub: boolean) => {
    const count = between(randomOf('federations activities', seed), 2, 6)
    return Array.from({ length: count }, (_, k) => ({
      id: seededId(isClub ? 'club activity' : 'link activity', seed * 10 + k),
      clubId: isClub ? id : null,
      linkId: isClub ? null : id,
      path,
      title: isClub
        ? (['训练日', '友谊赛', '展演', '新人课'][(seed + k) % 4] ?? '训练日')
        : (['联合招聘', '技能培训', '经验交流'][(seed + k) % 3] ?? '联合招聘'),
      heldOn: dayIn(`activity ${isClub}`, seed * 10 + k, from, today),
      heads: between(randomOf('federations heads', seed * 10 + k), 15, 160),
      fen: between(randomOf('federations fen', seed * 10 + k), 0, 40) * 20_000,
    }))
  }
  return [
    ...clubs.flatMap((club) => of(club.id, club.community.path, club.foundedOn, club.n, true)),
    ...links.flatMap((link, n) => of(link.id, link.street.path, link.sinceOn, 1_000 + n, false)),
  ]
}

/** The full-time worker of a community leads its first grid and goes visiting. */
export const officerOf = (community: Community): Cast => {
  const officer = communityOfficers[communities.indexOf(community)]
  if (!officer) throw new Error(`no officer at ${community.path}`)
  return officer
}

/** Two to five grids a community by its size. */
export const grids = communities.flatMap((community, i) =>
  Array.from({ length: 5 - Math.min(community.grade, 3) }, (_, k) => ({
    id: seededId('federation grid', i * 5 + k),
    community,
    name: `第${'一二三四五'[k]}网格`,
    leaderId: k === 0 ? officerOf(community).personId : null,
  })),
)

/** Communities in which some firms are in no grid yet. */
export const unfinished: ReadonlySet<string> = new Set(
  communities.filter((_, i) => i % 9 === 4).map(({ path }) => path),
)

export const checkWords = {
  division: '五名委员各管一摊，分工表在办公室上墙',
  funds: '街道下拨和会费留成，有年度预算',
  rules: '会议、财务、走访、社团四项制度已印发',
  results: '全年调解和帮扶有台账，职工可以查',
} as const
