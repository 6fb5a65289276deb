import { type Duty, duties } from './words.ts'

const committee = ['committee', 'chair', 'vice_chair'] as const satisfies readonly Duty[]
const rules = '《工会基层组织选举工作条例》第十一条'
const chairs = '《企业工会主席产生办法（试行）》第六条'

/** Facts that keep somebody from an office, as the candidate declares them and the nominators confirm. */
export const bars = {
  principal: { title: '单位行政主要负责人、法定代表人', keepsFrom: committee, source: rules },
  partner: { title: '合伙人', keepsFrom: committee, source: rules },
  kin: { title: '上述人员的近亲属', keepsFrom: committee, source: `《工会法》第十条，${rules}` },
  deputy: { title: '行政副职', keepsFrom: ['chair'], source: chairs },
  personnel: { title: '人力资源部门负责人', keepsFrom: ['chair'], source: chairs },
  foreign: { title: '外籍职工', keepsFrom: ['chair'], source: chairs },
} as const satisfies Record<string, { title: string; keepsFrom: readonly Duty[]; source: string }>
export type Bar = keyof typeof bars
export const barNames = Object.keys(bars) as Bar[]

/** Why somebody may not stand for a duty: one sentence for each declared fact that keeps from it; empty when nothing does. */
export const reasonsAgainst = (duty: Duty, declared: readonly Bar[]): string[] =>
  declared
    .filter((bar) => (bars[bar].keepsFrom as readonly Duty[]).includes(duty))
    .map((bar) => `${bars[bar].title}不能作${duties[duty]}候选人（${bars[bar].source}）`)

/** Which of the facts matter for a duty. */
export const barsFor = (duty: Duty): Bar[] =>
  barNames.filter((bar) => (bars[bar].keepsFrom as readonly Duty[]).includes(duty))

const watched: readonly Duty[] = ['audit_committee', 'audit_chair']
const watching: readonly Duty[] = ['chair', 'vice_chair']

/** The one who audits does not lead: chair and vice chair stay out of the audit committee. @param held duties the person stands for already */
export function clashOf(duty: Duty, held: readonly Duty[]): string | null {
  const other = held.find((one) =>
    watched.includes(duty) ? watching.includes(one) : watching.includes(duty) && watched.includes(one),
  )
  return other ? `已经是${duties[other]}候选人，不能同时作${duties[duty]}候选人（主席、副主席不兼任经审委员）` : null
}
