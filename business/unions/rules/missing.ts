import type { StandingFacts } from './standing.ts'

/** What fills a gap: editing the profile, recording a term, calling an election, appointing, asking for a certificate, or the registry of firms. */
export type Act = 'edit' | 'recordTerm' | 'callElection' | 'appoint' | 'certificate' | 'enterprises'
export type Missing = { field: string; title: string; act: Act }

export type Filled = StandingFacts & {
  creditCode: string | null
  approvalNumber: string | null
  approvedOn: string | null
  address: string | null
  duesCode: string | null
  accountNumber: string | null
  foundedOn: string | null
  firms: number
  women: number
  duties: readonly string[]
}

const WOMEN_COMMITTEE = 10

/** What the union form (D:C1.5) asks and nobody has entered, each with the act that fills it; in the order of the form. */
export function missingOf(union: Filled, day: string): Missing[] {
  const holds = (...duties: string[]) => duties.some((duty) => union.duties.includes(duty))
  const gaps: [boolean, Missing][] = [
    [!union.approvalNumber, { field: 'approvalNumber', title: '批准文号', act: 'edit' }],
    [!union.approvedOn, { field: 'approvedOn', title: '批准日期', act: 'edit' }],
    [!union.address, { field: 'address', title: '地址', act: 'edit' }],
    [union.firms === 0, { field: 'firms', title: '所属单位', act: 'enterprises' }],
    [union.termUntil === null, { field: 'term', title: '本届任期', act: 'recordTerm' }],
    [
      union.termUntil !== null && union.termUntil < day,
      { field: 'election', title: '换届（任期已满）', act: 'callElection' },
    ],
    [union.chairId === null, { field: 'chair', title: '主席', act: 'callElection' }],
    [!holds('audit_chair', 'audit_committee'), { field: 'audit', title: '经审主任（委员）', act: 'callElection' }],
    [
      union.women > 0 && !holds('women_chair', 'women_committee'),
      {
        field: 'women',
        title: union.women >= WOMEN_COMMITTEE ? '女职工委员会主任' : '女职工委员',
        act: 'callElection',
      },
    ],
    [!holds('treasurer'), { field: 'treasurer', title: '财务', act: 'appoint' }],
    [union.certificateUntil === null, { field: 'certificate', title: '法人资格证书', act: 'certificate' }],
    [
      union.certificateUntil !== null && union.certificateUntil < day,
      { field: 'certificateRenewal', title: '换证（证书已过期）', act: 'certificate' },
    ],
    [!union.accountNumber, { field: 'accountNumber', title: '工会账户', act: 'edit' }],
    [!union.duesCode, { field: 'duesCode', title: '经费税务编码', act: 'edit' }],
  ]
  return gaps.flatMap(([isMissing, gap]) => (isMissing ? [gap] : []))
}
