import type { Door } from '../../kit/hall/index.ts'

/** A way in whose matter is handled by people today: what can be done now and by whom. */
export interface DoorPage {
  name: string
  icon: Door['icon']
  title: string
  /** Said first. */
  lead: string
  now: readonly { title: string; words: string; tel?: '12351' | '12345' }[]
  /** Which kind of appeal it becomes: `?as=`. */
  as: string
  send: string
}

const window = { title: '去街道总工会窗口', words: '带上身份证。在哪个街道上班，就去哪个街道的窗口。' }
const call = (words: string) => ({ title: '打工会热线 12351', words, tel: '12351' as const })
const city = (words: string) => ({ title: '打政府热线 12345', words, tel: '12345' as const })

export const doorPages: readonly DoorPage[] = [
  {
    name: 'stations',
    icon: 'pin',
    title: '找驿站',
    lead: '驿站能歇脚、喝水、充电、热饭，不用登记姓名。',
    now: [
      call('说出您在哪条路，问最近的驿站在哪、开到几点。'),
      { title: '路上看到“暖蜂驿站”“爱心驿站”牌子', words: '直接进去，不收钱。' },
    ],
    as: 'station',
    send: '写下我在哪，请工会告诉我',
  },
  {
    name: 'hardship',
    icon: 'heart',
    title: '困难帮扶',
    lead: '生病、受伤、没了收入，工会可以帮。',
    now: [
      { title: '找单位工会或社区工联会', words: '由他们上门了解，帮您填表。' },
      window,
      call('先问问符不符合条件，要带什么。'),
    ],
    as: 'hardship',
    send: '写下困难，请工会联系我',
  },
  {
    name: 'law',
    icon: 'scales',
    title: '法律援助',
    lead: '和单位有纠纷，工会的法律服务站可以帮您看材料、写文书、打官司。',
    now: [
      window,
      call('说清楚出了什么事，约法律服务站的律师。'),
      { title: '先算一算', words: '补偿、加班费该拿多少，首页“算一算”里有。' },
    ],
    as: 'law',
    send: '写下纠纷，请律师看',
  },
  {
    name: 'training',
    icon: 'cap',
    title: '培训竞赛',
    lead: '学技能、考证、参加比赛，工会都有安排。',
    now: [{ title: '问单位工会', words: '由单位工会报名。' }, window, call('问最近有什么班、什么比赛。')],
    as: 'training',
    send: '写下想学的，请工会联系我',
  },
  {
    name: 'injury',
    icon: 'bandage',
    title: '工伤探视',
    lead: '工友受了工伤住院，工会会去看望，也告诉您怎么认定工伤。',
    now: [
      { title: '先治伤，留好单据', words: '病历、费用单、事发时的照片和证人都留着。' },
      { title: '催单位申报工伤', words: '单位不报，自己或家属也能向社保部门申请，不要拖过一年。' },
      call('告诉工会人在哪家医院。'),
      city('问社保部门怎么申请工伤认定。'),
    ],
    as: 'injury',
    send: '写下来，请工会来看望',
  },
  {
    name: 'events',
    icon: 'calendar',
    title: '活动',
    lead: '送清凉、送温暖、亲子、球赛，多数由街道总工会办。',
    now: [{ title: '问单位工会', words: '由单位工会报名。' }, window, call('问最近有什么活动、怎么报名。')],
    as: 'events',
    send: '写下想参加的，请工会联系我',
  },
]

export const doors: readonly Door[] = [
  { href: '/appeal', title: '我要诉求', icon: 'speech' },
  { href: '/join', title: '加入工会', icon: 'person' },
  ...doorPages.map(({ name, title, icon }) => ({ href: `/door/${name}`, title, icon })),
]
