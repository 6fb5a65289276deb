import type { Actor } from '../kernel/access/actor.ts'
import type { Role } from '../kernel/access/roles.ts'
import { actorOf, type Cast, createCasting, type Part, type Seat } from './cast.ts'
import { type Enterprise, enterpriseAt } from './enterprises.ts'
import { personName } from './names.ts'
import { randomOf } from './random.ts'
import { communities, district, FEDERATION, type Place, streets } from './tree.ts'

const play = createCasting('officers', 300_000)

const seatAt = (place: Place, orgName: string): Seat => ({
  federationId: FEDERATION,
  orgId: place.id,
  orgPath: place.path,
  orgName,
})
const atDistrict = (part: Part) => play(part, seatAt(district, district.name))

export const leader: Cast = atDistrict({
  role: 'district_leader',
  name: '陈立群',
  sex: 'male',
  title: '常务副主席',
  username: 'leader',
})

const departments: readonly [name: string, sex: 'male' | 'female', title: string, username: string][] = [
  ['王芳', 'female', '权益保障部部长', 'district'],
  ['刘志远', 'male', '组织建设部部长', 'organising'],
  ['何静', 'female', '宣传教育部部长', 'publicity'],
  ['邓凯', 'male', '财务和资产管理部部长', 'finance'],
  ['罗洁', 'female', '经费审查委员会办公室主任', 'auditing'],
  ['吴桐', 'male', '办公室主任', 'office'],
  ['周慧敏', 'female', '职工服务中心主任', 'services'],
]

/** One officer for each department of the district federation; 王芳 of 权益保障部 first. */
export const districtOfficers: readonly Cast[] = departments.map(([name, sex, title, username]) =>
  atDistrict({ role: 'district_officer', name, sex, title, username }),
)

const streetNames: readonly [string, 'male' | 'female'][] = [
  ['李敏', 'female'],
  ['黄志明', 'male'],
  ['林晓燕', 'female'],
  ['曾国强', 'male'],
  ['郑丽华', 'female'],
  ['何建平', 'male'],
  ['廖文静', 'female'],
  ['钟伟东', 'male'],
  ['叶秋怡', 'female'],
  ['邱海波', 'male'],
  ['温慧玲', 'female'],
]

/** The officer of each street federation in official order: 李敏 for 平湖, first. */
export const streetOfficers: readonly Cast[] = streets.map((street, i) => {
  const [name, sex] = streetNames[i]!
  const username = i === 0 ? 'street' : undefined
  return play(
    { role: 'street_officer', name, sex, title: '街道总工会干事', username },
    seatAt(street, `${street.name}街道总工会`),
  )
})

const SHOWN_COMMUNITY = '440307.003.008.'

/** The full-time worker (专干) of each community federation. */
export const communityOfficers: readonly Cast[] = communities.map((community, i) => {
  const random = randomOf('officer', i)
  const sex = random() < 0.5 ? 'male' : 'female'
  const username = community.path === SHOWN_COMMUNITY ? 'community' : undefined
  const name = personName(random, sex)
  const seat = seatAt(community, `${community.name}社区工联会`)
  return play({ role: 'community_officer', name, sex, title: '社区工联会专干', username }, seat)
})

const professionals = (role: Role, title: string, username: string, men: string, women: string): Cast[] => {
  const some = (names: string, sex: 'male' | 'female', offset: number) =>
    names
      .split(' ')
      .map((name, i) => atDistrict({ role, name, sex, title, username: i + offset === 0 ? username : undefined }))
  return [...some(men, 'male', 0), ...some(women, 'female', 1)]
}

export const mediators: readonly Cast[] = professionals(
  'mediator',
  '调解员',
  'mediator',
  '林志强 谢文斌 潘卫国 冯启明',
  '高雅婷 梁玉芬',
)
export const lawyers: readonly Cast[] = professionals(
  'lawyer',
  '律师',
  'lawyer',
  '程一鸣 蔡振宇 袁立新',
  '何雨晴 苏文洁 卢婷',
)

export const administrators: readonly Cast[] = [
  atDistrict({ role: 'system_admin', name: '方伟', sex: 'male', title: '系统管理员', username: 'system' }),
  atDistrict({ role: 'security_admin', name: '严琳', sex: 'female', title: '安全管理员', username: 'security' }),
  atDistrict({ role: 'audit_admin', name: '石磊', sex: 'male', title: '审计管理员', username: 'audit' }),
]

function firstIn(from: number, suits: (enterprise: Enterprise) => boolean): Enterprise {
  let n = from
  while (!suits(enterpriseAt(n))) n += 1
  return enterpriseAt(n)
}

const isShown = ({ community, life, union }: Enterprise, form: 'single' | 'new_form') =>
  community.street.name === '平湖' && life === 'alive' && union?.form === form && union.foundedOn < '2021-01-01'

/** The factory in 平湖 whose chair, informant and workers are in the demonstration. */
export const shownFactory: Enterprise = firstIn(
  0,
  (e) => isShown(e, 'single') && e.industry === 'C' && e.headcount > 300,
)
/** The delivery station in 平湖 whose riders are in the demonstration. */
export const shownStation: Enterprise = firstIn(0, (e) => isShown(e, 'new_form') && e.name.includes('配送'))

const atWork = (enterprise: Enterprise, part: Part, isMember = true): Cast => {
  const { id, union, community, isNewForm, name } = enterprise
  const seat = { federationId: FEDERATION, orgId: union!.id, orgPath: union!.path, orgName: `${name}工会` }
  return play(part, seat, { enterpriseId: id, unionId: union!.id, isNewForm, isMember, communityPath: community.path })
}

export const chair: Cast = atWork(shownFactory, {
  role: 'enterprise_chair',
  name: '赵国栋',
  sex: 'male',
  title: '工会主席',
  username: 'chair',
})
export const informant: Cast = atWork(shownFactory, {
  role: 'informant',
  name: '孙丽娟',
  sex: 'female',
  title: '劳资纠纷预警信息员',
  username: 'informant',
})

/** 张师傅 rides for the station and is a member; 小陈 rides there too and has not joined yet. */
export const riders: readonly [Cast, Cast] = [
  atWork(shownStation, { role: 'worker', name: '张建民', sex: 'male', title: '外卖配送员', username: 'rider' }),
  atWork(
    shownStation,
    { role: 'worker', name: '陈小波', sex: 'male', title: '外卖配送员', username: 'newcomer' },
    false,
  ),
]

export const workers: readonly Cast[] = [
  atWork(shownFactory, { role: 'worker', name: '刘洋', sex: 'male', title: '操作工', username: 'worker' }),
  atWork(shownFactory, { role: 'worker', name: '杨丽', sex: 'female', title: '质检员' }),
  atWork(shownFactory, { role: 'worker', name: '黄秀英', sex: 'female', title: '仓管员' }),
]

const chairNames: readonly [string, 'male' | 'female'][] = [
  ['罗永健', 'male'],
  ['谭佩珊', 'female'],
  ['彭伟雄', 'male'],
  ['古丽娜', 'female'],
  ['赖志坚', 'male'],
  ['邹雪梅', 'female'],
  ['傅国豪', 'male'],
  ['欧阳慧', 'female'],
  ['范立军', 'male'],
  ['江月红', 'female'],
  ['戴文彬', 'male'],
]

/** The chair of each street federation, so that what takes a second person can be done there. */
const streetChairs: readonly Cast[] = streets.map((street, i) => {
  const [name, sex] = chairNames[i]!
  const username = i === 0 ? 'streetchair' : undefined
  return play(
    { role: 'street_officer', name, sex, title: '街道总工会主席', username },
    seatAt(street, `${street.name}街道总工会`),
  )
})

/** Everybody above. */
export const officers: readonly Cast[] = [
  leader,
  ...districtOfficers,
  ...streetOfficers,
  ...communityOfficers,
  ...mediators,
  ...lawyers,
  ...administrators,
  chair,
  informant,
  ...riders,
  ...workers,
  ...streetChairs,
]

const byOrg = new Map([...streetOfficers, ...communityOfficers].map((officer) => [officer.orgPath, officer]))

/** The officer who looks after a path: of the community when it leads into one, else of the street. @throws Error for the district itself */
export function officerOf(path: string): Cast {
  const parts = path.split('.')
  const officer = byOrg.get(`${parts.slice(0, 3).join('.')}.`) ?? byOrg.get(`${parts.slice(0, 2).join('.')}.`)
  if (!officer) throw new Error(`no officer for ${path}`)
  return officer
}

/** The same as an actor, so that a line's past year can be written in somebody's name. */
export const actorAt = (path: string): Actor => actorOf(officerOf(path))

export type Login = Pick<Cast, 'personId' | 'name' | 'role' | 'title' | 'orgPath' | 'orgName' | 'phone'> & {
  username: string
}

/** Those who open the demonstration, at least one for each role. Whoever makes the accounts makes the passwords; none is kept here. */
export const demonstrationLogins: readonly Login[] = officers.flatMap(
  ({ personId, name, username, role, title, orgPath, orgName, phone }) =>
    username ? [{ personId, name, username, role, title, orgPath, orgName, phone }] : [],
)
