import { type Actor, visitor } from '../kernel/access/actor.ts'
import { actorOf, type Cast, createCasting, type Job, type Part, type Seat } from './cast.ts'
import { seededId } from './random.ts'
import { firmAt, firms, type SmallFirm } from './small-firms.ts'
import { communities, district, type SmallOrg, streets } from './small-places.ts'

/** Somebody of the small district, with identifiers and an actor ready to act. */
export type SmallPerson = Cast & { id: string; accountId: string; actor: Actor }

const casting = createCasting('small', 400_000)
const everybody: SmallPerson[] = []

function play(part: Part, seat: Seat, job?: Job): SmallPerson {
  const cast = casting(part, seat, job)
  const accountId = seededId('small account', everybody.length)
  const person = { ...cast, id: cast.personId, accountId, actor: actorOf(cast, accountId) }
  everybody.push(person)
  return person
}

const seatAt = ({ federationId, id, path, name }: SmallOrg): Seat => ({
  federationId,
  orgId: id,
  orgPath: path,
  orgName: name,
})
const part = (role: Part['role'], name: string, sex: Part['sex'], title: string): Part => ({ role, name, sex, title })

function atWork(firm: SmallFirm, who: Part, isMember = firm.union !== null): SmallPerson {
  const unionId = firm.union?.id ?? null
  const seat = { ...seatAt(firm.union ?? homeOf(firm)), federationId: firm.federationId }
  return play(who, seat, {
    enterpriseId: firm.id,
    unionId,
    isNewForm: firm.isNewForm,
    isMember,
    communityPath: firm.orgPath,
  })
}

const homeOf = (firm: SmallFirm): SmallOrg => Object.values(communities).find(({ path }) => path === firm.orgPath)!

const clerk = (org: SmallOrg, name: string, sex: Part['sex']) =>
  play(part('community_officer', name, sex, '社区工联会专干'), seatAt(org))
const officer = (org: SmallOrg, name: string, sex: Part['sex']) =>
  play(part('street_officer', name, sex, '街道总工会干事'), seatAt(org))
const central = (role: Part['role'], name: string, sex: Part['sex'], title: string) =>
  play(part(role, name, sex, title), seatAt(district))

const baoan: SmallOrg = {
  federationId: '440306',
  id: seededId('baoan', 0),
  path: '440306.',
  code: '440306',
  name: '宝安区总工会',
  shortName: '区总工会',
}
const xinan: SmallOrg = {
  ...baoan,
  id: seededId('baoan', 1),
  path: '440306.017.',
  code: '017',
  name: '宝安区新安街道总工会',
  shortName: '新安街道',
}
const haiyu: SmallOrg = {
  ...baoan,
  id: seededId('baoan', 2),
  path: '440306.017.001.',
  code: '001',
  name: '新安街道海裕社区工联会',
  shortName: '海裕社区',
}
const foreign = firmAt(20, haiyu, 'C', '深圳市晗翎衡电源技术有限公司', 140, 'single')

/**
 * The small district for tests: three streets, nine communities, twenty firms, and people with names. Everything is a constant, so a test can say
 * `small.riderZhang` appeals and `small.officerLi` accepts.
 */
export const small = {
  federationId: district.federationId,
  district,
  ...streets,
  ...communities,
  firms,
  ...firms,
  leaderChen: central('district_leader', '陈立群', 'male', '常务副主席'),
  officerWang: central('district_officer', '王芳', 'female', '权益保障部部长'),
  officerLi: officer(streets.pinghu, '李敏', 'female'),
  officerYe: officer(streets.jihua, '叶秋怡', 'female'),
  officerHe: officer(streets.longcheng, '何建平', 'male'),
  clerks: {
    bainikeng: clerk(communities.bainikeng, '谢婷', 'female'),
    hehua: clerk(communities.hehua, '马强', 'male'),
    fuchengao: clerk(communities.fuchengao, '宋慧', 'female'),
    gankeng: clerk(communities.gankeng, '胡斌', 'male'),
    shuijing: clerk(communities.shuijing, '唐洁', 'female'),
    sanlian: clerk(communities.sanlian, '韩磊', 'male'),
    huanggekeng: clerk(communities.huanggekeng, '许晶', 'female'),
    ailian: clerk(communities.ailian, '董辉', 'male'),
    shengping: clerk(communities.shengping, '沈梅', 'female'),
  },
  mediatorLin: central('mediator', '林志强', 'male', '调解员'),
  mediatorGao: central('mediator', '高雅婷', 'female', '调解员'),
  lawyerCheng: central('lawyer', '程一鸣', 'male', '律师'),
  lawyerHe: central('lawyer', '何雨晴', 'female', '律师'),
  chairZhao: atWork(firms.factory, part('enterprise_chair', '赵国栋', 'male', '工会主席')),
  chairQian: atWork(firms.optics, part('enterprise_chair', '钱玉芬', 'female', '工会主席')),
  informantSun: atWork(firms.factory, part('informant', '孙丽娟', 'female', '劳资纠纷预警信息员')),
  systemAdmin: central('system_admin', '方伟', 'male', '系统管理员'),
  securityAdmin: central('security_admin', '严琳', 'female', '安全管理员'),
  auditAdmin: central('audit_admin', '石磊', 'male', '审计管理员'),
  /** 张师傅 rides for the station and is a member. */
  riderZhang: atWork(firms.station, part('worker', '张建民', 'male', '外卖配送员')),
  /** 小陈 rides there too and has not joined yet. */
  riderChen: atWork(firms.station, part('worker', '陈小波', 'male', '外卖配送员'), false),
  /** Works where there is no union. */
  riderTan: atWork(firms.freight, part('worker', '谭志', 'male', '外卖配送员')),
  workerLiu: atWork(firms.factory, part('worker', '刘洋', 'male', '操作工')),
  workerYang: atWork(firms.factory, part('worker', '杨丽', 'female', '质检员')),
  workerLuo: atWork(firms.eyewear, part('worker', '罗春梅', 'female', '操作工')),
  workerPan: atWork(firms.optics, part('worker', '潘文斌', 'male', '技术员')),
  visitor: visitor(district.federationId),
  /** Another district, which must never be seen from this one. */
  other: {
    federationId: baoan.federationId,
    district: baoan,
    street: xinan,
    community: haiyu,
    firm: foreign,
    officer: play(part('street_officer', '冯启明', 'male', '街道总工会干事'), seatAt(xinan)),
    worker: atWork(foreign, part('worker', '梁永福', 'male', '操作工')),
  },
}

/** Everybody above, of both districts. */
export const smallPeople: readonly SmallPerson[] = everybody
