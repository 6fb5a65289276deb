/** Where an item's points come from. */
export type Source = 'computed' | 'declared' | 'members' | 'not_counted'
export type Item = { title: string; group: GroupName; source: Source; points: number; asks: string }

export const groups = {
  organisation: '组织建设',
  democracy: '民主管理',
  rights: '维权',
  service: '服务',
  money: '经费',
  innovation: '创新',
  members: '会员满意',
} as const
export type GroupName = keyof typeof groups

export const sources: Readonly<Record<Source, string>> = {
  computed: '按记录计分',
  declared: '工会填报，现场核查',
  members: '会员评家',
  not_counted: '未纳入',
}

const item = (group: GroupName, source: Source, title: string, points: number, asks: string): Item => ({
  group,
  source,
  title,
  points,
  asks,
})
const notYet = '这项业务还没有台账，不计分，也不估计'

/**
 * The score table: 100 points, 65 of them computed from records. The groups are those of the star models in use; the points are a working proposal, [U]
 * until the federation has confirmed them. What has no ledger yet is listed with nothing to reach.
 */
export const scoreTable = {
  term: item('organisation', 'computed', '委员会在任期内', 6, '按届次台账，含批准的延期'),
  chair: item('organisation', 'computed', '主席在任，是本会会员', 4, '按干部台账和会员名册'),
  certificate: item('organisation', 'computed', '法人资格证书有效', 4, '按证书台账'),
  organs: item('organisation', 'computed', '委员会、经审、女职工组织齐全', 6, '三个组织各占三分之一，按干部台账'),
  share: item('organisation', 'computed', '会员占职工', 10, '会员名册人数除以单位最近一次人数'),
  realName: item('organisation', 'computed', '会员实名', 6, '核验到姓名和号码一致以上的会员占比'),
  roster: item('organisation', 'computed', '一年内更新过名册', 6, '一年内有采集、核验或入会的记录'),
  election: item('democracy', 'computed', '按期换届', 8, '近五年应换届的都在届满前换了'),
  openness: item('democracy', 'declared', '会务公开、听取意见', 5, '开过哪些会，怎么公开的'),
  congress: item('democracy', 'not_counted', '职代会和厂务公开', 0, notYet),
  answered: item('rights', 'computed', '诉求按期答复', 8, '一年内本单位职工的诉求，答复时限内答复的占比'),
  overdue: item('rights', 'computed', '没有拖着不答的诉求', 7, '现在没有超过答复时限的诉求'),
  contract: item('rights', 'not_counted', '集体合同', 0, notYet),
  activities: item('service', 'declared', '活动', 6, '一年里办了哪些活动，多少人参加'),
  help: item('service', 'declared', '慰问和帮助', 5, '一年里帮了多少人次，怎么帮的'),
  dues: item('money', 'not_counted', '经费拨缴和使用', 0, notYet),
  innovation: item('innovation', 'declared', '有自己的做法', 4, '有什么别处可以学的'),
  satisfaction: item('members', 'members', '会员评家', 15, '会员不记名评五个问题'),
} as const satisfies Record<string, Item>

export type ItemName = keyof typeof scoreTable
export const itemNames = Object.keys(scoreTable) as ItemName[]
export const isItem = (text: string): text is ItemName => text in scoreTable

export const declaredItems = ['openness', 'activities', 'help', 'innovation'] as const satisfies readonly ItemName[]
export type DeclaredItem = (typeof declaredItems)[number]
export const computedItems = [
  'term',
  'chair',
  'certificate',
  'organs',
  'share',
  'realName',
  'roster',
  'election',
  'answered',
  'overdue',
] as const satisfies readonly ItemName[]
export type ComputedItem = (typeof computedItems)[number]

/** Points of each item as the district has set them, by name; what is not set keeps the table's own. */
export type Points = Readonly<Partial<Record<ItemName, number>>>

export const sourceOf = (name: ItemName): Source => scoreTable[name].source

/** The most an item can bring, in tenths of a point. Items without a ledger bring nothing. */
export const maxTenths = (name: ItemName, points: Points = {}): number =>
  sourceOf(name) === 'not_counted' ? 0 : Math.round((points[name] ?? scoreTable[name].points) * 10)

/** What is wrong with edited points, as a sentence; null when they hold: more than half must come from records. */
export function faultOfPoints(points: Points): string | null {
  const sum = (wanted: (source: Source) => boolean) =>
    itemNames.filter((name) => wanted(sourceOf(name))).reduce((total, name) => total + maxTenths(name, points), 0)
  const all = sum(() => true)
  if (itemNames.some((name) => sourceOf(name) === 'not_counted' && (points[name] ?? 0) > 0))
    return '还没有台账的项目不能给分，请改成 0'
  if (all === 0) return '各项都是 0 分，请至少给一项分数'
  if (sum((source) => source === 'computed') * 2 <= all) return '按记录计分的项目要超过总分的一半，请调高这些项目'
  return null
}
