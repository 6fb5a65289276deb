import type { Comparator } from '../rules/words.ts'

/** The plan of 2024 as the report of 2023 announces it. Titles and targets are the report's; departments, quarters and nodes are invented. */
export const SOURCE = '区总工会 2023 年工作总结和 2024 年工作计划'

type Target = {
  figure: string
  title?: string
  unit?: string
  comparator: Comparator
  number: number
  said?: string
  department: string
}

const least = (figure: string, number: number, department: string, words: Partial<Target> = {}): Target => ({
  figure,
  comparator: '>=',
  number,
  department,
  ...words,
})

const rights = '权益保障部'
const organising = '组织建设部'
const publicity = '宣传教育部'
const finance = '财务和资产管理部'
const office = '办公室'
const services = '职工服务中心'

/** Eight targets. Of the four linked federations a street the house counts the streets that have them, the report's own words stand beside. */
export const targets: readonly Target[] = [
  least('collective-contracts.instructors', 300, rights, { title: '专业化集体协商指导员队伍', unit: '人' }),
  least('collective-contracts.exemplars', 50, rights, { title: '集体协商典型', unit: '个' }),
  least('collective-contracts.coverageRate', 85, rights, { title: '全区建会企业集体协商动态建制率', unit: '%' }),
  least('federations.demonstrationPoints', 30, organising, { said: '街道层级工联会示范点不少于 30 个' }),
  least('federations.linkedStreets', 11, organising, { said: '每个街道互联互动的工联会 4 个以上' }),
  least('legal-aid.counselAllFederations', 100, rights, { title: '三级、四级工联会配备法律顾问的比例', unit: '%' }),
  least('legal-aid.streetBrands', 11, rights, { title: '一街道一品牌', unit: '个' }),
  least('federations.newFormFederations', 12, organising, { said: '区、街道两级新就业形态劳动者工联会' }),
]

type Node = readonly [day: string, title: string]
type Task = {
  line: string
  title: string
  department: string
  partners: string
  quarters: readonly [from: number, to: number]
  nodes: readonly Node[]
}

const task = (
  line: string,
  title: string,
  department: string,
  quarters: Task['quarters'],
  nodes: string,
  partners = '',
): Task => ({ line, title, department, partners, quarters, nodes: nodesOf(nodes) })

/** `03-31 排出安排；10-31 讲过一轮`: day and title of each. */
const nodesOf = (text: string): Node[] => text.split('；').map((node) => [node.slice(0, 5), node.slice(6)])

const reform = '区产业工人队伍建设改革领导小组'
const tripartite = '协调劳动关系三方机制'

/** Thirty-three tasks, in the report's words and order. */
export const tasks: readonly Task[] = [
  task(
    'outreach',
    '学习宣讲进企业、进车间、进班组',
    publicity,
    [1, 4],
    '03-31 排出全年宣讲安排；10-31 各街道都讲过一轮',
  ),
  task('culture', '成立区职工文化艺术团', services, [1, 3], '04-30 团员招募完成；08-31 举行成立仪式'),
  task('culture', '举办“四力杯”职工文体竞赛', services, [2, 4], '05-15 印发竞赛方案；11-30 总决赛'),
  task('outreach', '扩大劳模宣讲团影响力', publicity, [1, 4], '06-30 上半年宣讲计划完成；12-15 全年小结', reform),
  task(
    'organising',
    '提高产业工人特别是技术工人在先进评选、两代表一委员、工会代表和委员中的比例',
    organising,
    [1, 4],
    '06-30 核出各类比例；12-20 年底对照',
    reform,
  ),
  task(
    'training',
    '产教融合实训基地和创新平台',
    organising,
    [1, 4],
    '05-31 选定合作单位；11-30 挂牌',
    `${reform}、区人力资源局`,
  ),
  task(
    'contests',
    '以职业技能竞赛为重点的竞赛体系',
    organising,
    [1, 4],
    '03-31 发布竞赛目录；11-15 区级决赛结束',
    '区人力资源局、各行业协会',
  ),
  task('studios', '示范性劳模和工匠人才创新工作室评选', organising, [2, 4], '06-15 受理申报；10-31 评审公示'),
  task(
    'early-warning',
    '劳动关系状况分析研判',
    rights,
    [1, 4],
    '04-15 第一季度分析；07-15 上半年分析；10-15 第三季度分析',
    tripartite,
  ),
  task('legal-aid', '法律服务示范培育点', rights, [2, 3], '05-31 选点；09-20 验收', '区司法局'),
  task('star-rating', '星级工会评选', organising, [2, 4], '06-30 受理申报；11-30 公示结果'),
  task(
    'consultation',
    '新就业形态劳动者参与行业、平台和关联企业民主管理',
    rights,
    [1, 4],
    '06-30 选定试点平台；11-30 召开恳谈会',
    '平台企业、行业协会',
  ),
  task('consultation', '企务公开民主管理示范单位', rights, [2, 4], '07-31 推荐；11-15 命名', '区厂务公开协调小组'),
  task('federations', '“四力”杯优秀改革项目评选', organising, [2, 4], '05-31 征集项目；10-31 评审'),
  task(
    'consultation',
    '三方机制与民主协商新机制',
    rights,
    [1, 4],
    '03-31 召开三方会议；09-30 印发工作指引',
    tripartite,
  ),
  task('collective-contracts', '集体协商竞赛', rights, [2, 3], '06-20 初赛；09-15 决赛', tripartite),
  task('consultation', '民主协商意识与渠道培训', rights, [1, 4], '06-30 上半年班次完成；11-30 下半年班次完成'),
  task(
    'culture',
    '工人文化宫建设与运营模式',
    finance,
    [1, 4],
    '06-30 运营方案报批；12-10 主体工程节点',
    '区建筑工务署',
  ),
  task('stations', '爱心驿站一至五星建设', services, [1, 4], '05-31 星级标准印发；11-20 星级评定'),
  task(
    'care-campaigns',
    '送温暖、送清凉、金秋助学、重大疾病救助',
    services,
    [1, 4],
    '02-08 送温暖；08-31 送清凉、金秋助学；12-15 重大疾病救助',
  ),
  task(
    'injury-visits',
    '健全工伤探视机制',
    services,
    [1, 3],
    '03-31 与定点医院对接；09-10 机制运行评估',
    '区卫生健康局、定点医院',
  ),
  task('mutual-aid', '职工互助保障', services, [1, 4], '06-30 上半年参保汇总；12-10 全年参保汇总'),
  task('exchange', '推广深圳智慧工会系统', office, [1, 3], '04-30 培训到街道；09-20 数据对接', '市总工会'),
  task('culture', '工会会员日线上服务', services, [1, 4], '05-10 首期会员日；11-10 全年小结'),
  task('publicity', '运营微信公众号', publicity, [1, 4], '06-30 半年选题复盘；12-20 全年复盘'),
  task('overview', '业务一站式办理、服务一键式体验', office, [1, 4], '06-30 事项梳理；11-30 上线'),
  task('party-building', '党风廉政一岗双责', office, [1, 4], '03-20 签订责任书；12-05 年度检查'),
  task('cadres', '师资及课程资源库', organising, [1, 3], '04-30 课程征集；08-31 入库'),
  task('cadres', '三类对象、三横两纵工会干部培训体系', organising, [1, 4], '03-31 培训计划；10-31 三类班次完成'),
  task('budgets', '预算绩效全流程管理体系', finance, [1, 4], '03-31 绩效目标编报；08-31 半年监控；12-10 自评'),
  task('liaison', '街道工会工作交流', office, [2, 4], '06-28 第一次交流；11-28 第二次交流'),
  task('liaison', '联帮促挂点联系机制', office, [1, 4], '02-28 确定挂点；11-30 问题清零'),
  task('liaison', '干部到基层、服务在一线', office, [1, 4], '06-30 上半年走访；12-10 全年走访'),
]
