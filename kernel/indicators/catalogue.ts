import type { Line } from '../line.ts'
import { figuresOf } from './fold.ts'

/** A figure of the federation's annual report: what it is called and counted in, no number. `rank` is an outside ranking, lower is better. */
export type Published = { code: string; title: string; unit: string; kind: 'flow' | 'stock' | 'rate' | 'rank' }

/** What the federation publishes each year, in the order of its report. */
export const published: readonly Published[] = [
  { code: 'publicity.wechatRank', title: '全国县级工会新媒体传播力名次', unit: '名', kind: 'rank' },
  { code: 'training.projects', title: '职工素质提升培训项目', unit: '个', kind: 'flow' },
  { code: 'training.participations', title: '素质提升培训惠及职工', unit: '人次', kind: 'flow' },
  { code: 'training.degreeApplicants', title: '圆梦计划学历提升报名职工', unit: '人', kind: 'flow' },
  { code: 'honours.workerStars', title: '职工之星', unit: '人', kind: 'flow' },
  { code: 'honours.mayDay', title: '五一劳动奖和工人先锋号获表彰个人和集体', unit: '个', kind: 'flow' },
  { code: 'studios.active', title: '劳模和工匠人才创新工作室', unit: '个', kind: 'stock' },
  { code: 'outreach.lectures', title: '劳模宣讲活动', unit: '场次', kind: 'flow' },
  { code: 'outreach.audience', title: '劳模宣讲受众', unit: '人次', kind: 'flow' },
  { code: 'early-warning.inspected', title: '排查重点企业', unit: '家', kind: 'stock' },
  { code: 'early-warning.informants', title: '劳资纠纷预警信息员', unit: '人', kind: 'stock' },
  { code: 'appeals.handled', title: '接报处理职工诉求', unit: '宗', kind: 'flow' },
  { code: 'appeals.recovered', title: '处理诉求帮助职工争取经济利益', unit: '元', kind: 'flow' },
  { code: 'collective-contracts.signed', title: '签订集体合同', unit: '份', kind: 'flow' },
  { code: 'collective-contracts.enterprisesCovered', title: '集体合同覆盖企业', unit: '家', kind: 'stock' },
  { code: 'collective-contracts.workersCovered', title: '集体合同覆盖职工', unit: '人', kind: 'stock' },
  { code: 'collective-contracts.specialSigned', title: '劳动安全卫生和女职工专项集体合同', unit: '份', kind: 'flow' },
  { code: 'collective-contracts.specialEnterprisesCovered', title: '专项集体合同覆盖企业', unit: '家', kind: 'stock' },
  { code: 'legal-aid.serviceStations', title: '工会法律服务站（点）', unit: '个', kind: 'stock' },
  { code: 'legal-aid.counselStreets', title: '配备法律顾问的街道总工会', unit: '个', kind: 'stock' },
  { code: 'legal-aid.counselFederations', title: '配备法律顾问的一二级社区工联会', unit: '个', kind: 'stock' },
  { code: 'legal-aid.counselEnterprises', title: '配备法律顾问的重点企业工会', unit: '家', kind: 'stock' },
  { code: 'legal-aid.popularisation', title: '法治宣教活动', unit: '场', kind: 'flow' },
  { code: 'legal-aid.cases', title: '免费法律援助', unit: '宗', kind: 'flow' },
  { code: 'mediation.accepted', title: '受理法院分派诉前调解案件', unit: '件', kind: 'flow' },
  { code: 'mediation.recovered', title: '诉前调解为职工争取经济利益', unit: '元', kind: 'flow' },
  { code: 'organising.unionsFounded', title: '新建基层工会组织', unit: '家', kind: 'flow' },
  { code: 'organising.coverage100', title: '百人以上企业建会率', unit: '%', kind: 'rate' },
  { code: 'organising.coverage25', title: '25-99 人企业动态建会率', unit: '%', kind: 'rate' },
  { code: 'organising.newFormUnions', title: '新就业形态企业单独建会', unit: '家', kind: 'flow' },
  { code: 'organising.newMembers', title: '发展会员', unit: '人', kind: 'flow' },
  { code: 'organising.collected', title: '信息采集', unit: '人', kind: 'flow' },
  { code: 'organising.verified', title: '实名认证', unit: '人', kind: 'flow' },
  { code: 'stations.warmBee', title: '暖蜂驿站', unit: '个', kind: 'stock' },
  { code: 'stations.loveCorners', title: '劳动者爱心角', unit: '个', kind: 'stock' },
  { code: 'consultation.essaysFirstPrize', title: '厂务公开民主管理征文一等奖', unit: '篇', kind: 'flow' },
  { code: 'care-campaigns.festivalEvents', title: '我们的节日职工关爱活动', unit: '场次', kind: 'flow' },
  { code: 'care-campaigns.festivalParticipations', title: '我们的节日线上线下参与', unit: '人次', kind: 'flow' },
  { code: 'care-campaigns.coolVisits', title: '送清凉慰问', unit: '场次', kind: 'flow' },
  { code: 'care-campaigns.coolFundsRaised', title: '送清凉筹集慰问资金', unit: '元', kind: 'flow' },
  { code: 'care-campaigns.coolParticipations', title: '送清凉惠及职工', unit: '人次', kind: 'flow' },
  { code: 'hardship-aid.spent', title: '困难职工帮扶资金', unit: '元', kind: 'flow' },
  { code: 'hardship-aid.households', title: '救助困难职工', unit: '户', kind: 'flow' },
  { code: 'hardship-aid.children', title: '帮助困难职工子女', unit: '人', kind: 'flow' },
  { code: 'injury-visits.visited', title: '采集、探视受伤住院职工', unit: '人', kind: 'flow' },
  { code: 'injury-visits.consoled', title: '慰问受伤住院职工', unit: '人', kind: 'flow' },
  { code: 'injury-visits.paid', title: '发放工伤慰问金', unit: '元', kind: 'flow' },
  { code: 'federations.pilots', title: '工联会综合改革试点单位', unit: '家', kind: 'stock' },
  {
    code: 'consultation.established',
    title: '建立多形式多层级劳资民主协商机制的百人以上建会企业',
    unit: '家',
    kind: 'stock',
  },
  { code: 'consultation.establishedRate', title: '劳资民主协商机制建制率', unit: '%', kind: 'rate' },
  { code: 'consultation.pilots', title: '民主协商改革工作试点', unit: '个', kind: 'stock' },
  { code: 'consultation.pilotEvents', title: '民主协商试点活动', unit: '场', kind: 'flow' },
  { code: 'consultation.trained', title: '民主协商培育职工', unit: '人', kind: 'flow' },
  { code: 'party-building.taskPlans', title: '龙工先锋队年度攻坚计划', unit: '个', kind: 'flow' },
]

/** The report's name for the business a figure comes from; the first part of its code. */
const lineTitles: Record<string, string> = {
  appeals: '职工诉求',
  'care-campaigns': '关爱活动',
  'collective-contracts': '集体协商与集体合同',
  consultation: '民主管理与劳资协商',
  'early-warning': '“211”预警',
  federations: '工联会综合改革',
  'hardship-aid': '困难职工帮扶',
  honours: '荣誉',
  'injury-visits': '工伤探视',
  'legal-aid': '法律服务',
  mediation: '诉调对接',
  organising: '建会入会与实名制',
  outreach: '宣讲学习',
  'party-building': '党建',
  publicity: '宣传阵地',
  stations: '暖蜂驿站',
  studios: '创新工作室',
  training: '素质提升',
}

export const lineOf = (code: string): string => code.slice(0, code.indexOf('.'))
export const lineTitleOf = (code: string): string => lineTitles[lineOf(code)] ?? ''

/** Published figures that no line of the house records, so that they have no value here. */
export function unrecordedIn(lines: readonly Line[]): (Published & { line: string; lineTitle: string })[] {
  const known = new Set(figuresOf(lines).map(({ code }) => code))
  return published
    .filter(({ code }) => !known.has(code))
    .map((figure) => ({ ...figure, line: lineOf(figure.code), lineTitle: lineTitleOf(figure.code) }))
}
