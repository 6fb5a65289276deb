import { magnitudeOf } from './numerals.ts'

/**
 * The measure words of work reports, longest first where one begins another, each with what may not follow it: 名 is no measure word in 名单.
 * `as` is the unit under which it is counted: 名 and 位 are 人; 站（点） is 个.
 */
type Unit = { word: string; as?: string; not?: string; factor?: number }

const people: readonly Unit[] = [
  { word: '人/次', as: '人次' },
  { word: '人次' },
  { word: '个人', as: '人', not: '所得|信息|账户|会员|先进|荣誉|申|档案' },
  { word: '号人', as: '人', not: '物|员' },
  { word: '人', not: '大|民|事|力|才|文|均|社|口|数|员(?!工)|以上(?:的)?(?:企|单位|公司)|规模' },
  { word: '余?名', as: '人', not: '单|称|义|师|优|牌|录|誉|家(?!政|长|属)|企|次' },
  { word: '位', as: '人', not: '于|列|置|次|居|移|阶' },
]
const money: readonly Unit[] = [
  { word: '(?:人民币)?元', as: '元', not: '旦|宵|素|月|件' },
  { word: '块(?:钱|(?=[，。、；：）]|左右|多|以上|上下|出头|$))', as: '元' },
  { word: '美元' },
  { word: '港[元币]', as: '港元' },
  { word: '欧元' },
]
const shares: readonly Unit[] = [
  { word: '个?百分点', as: '个百分点' },
  { word: '倍', not: '增|加|受|感' },
  { word: '番' },
]
const spans: readonly Unit[] = [
  { word: '人天' },
  { word: '人日' },
  { word: '工时' },
  { word: '工日' },
  { word: '台班' },
  { word: '机时' },
  { word: '个?工作日', as: '个工作日' },
  { word: '个(?:多|余|半)?小时', as: '小时' },
  { word: '小时' },
  { word: '个半天' },
  { word: '个(?:多|余|半)?月', as: '个月' },
  { word: '分钟' },
  { word: '秒' },
  { word: '天', not: '安|津|然|才|气|下' },
  { word: '周(?![年岁边围密到知全])' },
  { word: '个?课时', as: '课时' },
  { word: '个?学时', as: '学时' },
  { word: '岁' },
]
const sizes: readonly Unit[] = [
  { word: '吨公里' },
  { word: '人公里' },
  { word: '标准箱' },
  { word: '平方公里' },
  { word: '平方米' },
  { word: '平米', as: '平方米' },
  { word: '立方米' },
  { word: '公里' },
  { word: '海里' },
  { word: '里(?=山?路|地|外|长|[，。、；）]|$)' },
  { word: '千米' },
  { word: '延米' },
  { word: '车公里' },
  { word: '公顷' },
  { word: '公斤' },
  { word: '千克', as: '公斤' },
  { word: '千瓦时' },
  { word: '兆瓦' },
  { word: '千瓦' },
  { word: '米' },
  { word: '亩' },
  { word: '吨' },
  { word: '斤' },
  { word: '毫升' },
  { word: '毫米' },
  { word: '厘米' },
  { word: '升', not: '级|至|到|学|旗|温|华|值' },
  { word: '度', not: '假|过|量|夏|数' },
]
const counts: readonly Unit[] = [
  { word: '℃' },
  { word: '㎡' },
  { word: '班(?:次|(?!子|组|车|级|长|主|列|的|，?会|委|门))' },
  { word: '碗' },
  { word: '杯(?!子|赛)' },
  { word: '双(?!方|向|拥|选|创|月|减|休|色|语|职|报|争|优)' },
  { word: '颗' },
  { word: '罐' },
  { word: '讲(?![座话师述课解究好清透])' },
  { word: '根(?!据|本|源|治|除|基)' },
  { word: '粒' },
  { word: '捆' },
  { word: '樘' },
  { word: '扇' },
  { word: '尊' },
  { word: '口(?=井|锅)' },
  { word: '朵' },
  { word: '匹' },
  { word: '尾' },
  { word: '圈' },
  { word: '帧' },
  { word: '版(?!本|面|权)' },
  { word: '刊' },
  { word: '方(?=[，。、；混土石的]|$)' },
  { word: '站?(?:\\(点\\)|（点）)', as: '个' },
  { word: '站点', as: '个' },
  { word: '站(?!位|台|在|出|稳|长|立|起|到)', as: '个' },
  { word: '户次' },
  { word: '户', not: '外|籍|口|主|型' },
  { word: '家次' },
  { word: '家', not: '庭|属|长|园|政|访|乡|具|常' },
  { word: '只', not: '有|是|要|能|为|不|在' },
  { word: '场次' },
  { word: '场', not: '所|景|馆|地|面|合|域' },
  { word: '次', not: '年|日|月|要|生|序' },
  { word: '宗', not: '旨|教|亲' },
  { word: '件', not: '套' },
  { word: '起', not: '来|草|点|步|诉|重|到|源|底|止|降' },
  { word: '份', not: '额|量|子' },
  { word: '篇', not: '章|幅' },
  { word: '条', not: '件(?!以)|例|款|线路?图|约' },
  { word: '项', not: '圈' },
  { word: '期', not: '间|限|满|末|刊|待|望|工程|项目|建设|改造|内|货' },
  { word: '批', not: '准|评|示|复|改|发' },
  { word: '组', not: '织|建|成|长|团' },
  { word: '支', not: '持|部|付|出|撑|援|柱|行|教' },
  { word: '座', not: '谈|右|位|机' },
  { word: '处', not: '理|置|级|罚|于|长|分|室|在|方|境' },
  { word: '间', not: '接|断|距|的|作' },
  { word: '所', not: '有|在|以|需|谓|属|长|得|能|做|说|示|辖|反映|见|学|涉' },
  { word: '栋' },
  { word: '幢' },
  { word: '台', not: '账|风|湾|阶|上' },
  { word: '套', not: '餐|路|话|用' },
  { word: '辆' },
  { word: '艘' },
  { word: '架', not: '构|设' },
  { word: '本', not: '年|地|科|届|市|区|县|省|校|院|级|职|人|单位|次|轮|月|土|着|来|领|金|部|会|街|文|报' },
  { word: '册' },
  { word: '张', not: '家|贴|力|扬' },
  { word: '部', not: '分|门|署|长|队|委|位|级' },
  { word: '幅', not: '度' },
  { word: '首', not: '先|席|次|批|创|个|届|问|要|位|都|家' },
  { word: '门', not: '店|户|口|诊|市|外|前' },
  { word: '节', not: '日|约|能|点|奏|假|目|庆|省' },
  { word: '对', not: '于|象|接|标|照|待|外|口|应|比|社|职|全|困|各|企|生' },
  { word: '片', not: '区|面' },
  { word: '顶', not: '层|尖|岗|格' },
  { word: '床' },
  { word: '瓶', not: '颈' },
  { word: '箱' },
  { word: '袋' },
  { word: '盒' },
  { word: '桶' },
  { word: '枚' },
  { word: '束' },
  { word: '面(?=锦旗|旗|墙)|(?<=旗[\\d一二两三四五六七八九十百余多来]{1,5})面' },
  { word: '封', not: '闭|控' },
  { word: '字' },
  { word: '笔', not: '试|画|记' },
  { word: '款', not: '项' },
  { word: '例', not: '如|会|行' },
  { word: '趟' },
  { word: '轮', not: '流|岗|换|值|候|训' },
  { word: '遍' },
  { word: '票' },
  { word: '席', not: '位(?!于)' },
  { word: '株' },
  { word: '棵' },
  { word: '头', not: '部|条' },
  { word: '卷' },
  { word: '种', not: '植|子' },
  { word: '单', not: '位|独|一|个|项|元|列|亲|身|纯' },
  { word: '堂(?=课|[，。、；）]|$)' },
  { word: '课', not: '程|堂|题' },
  { word: '队', not: '伍|员|长' },
  { word: '点位', as: '个' },
  { word: '车', not: '间|辆|站|位' },
  { word: '页' },
  { word: '道(?!路|德|理)' },
  { word: '客(?!户|服|观|人)' },
  { word: '餐(?!厅|饮|馆)' },
  { word: '桌' },
  { word: '列(?=次|车|[，。、；）\\d]|$)' },
  { word: '自然箱' },
  { word: '集(?!体|中|团|会|市|成|聚)' },
  { word: '则' },
  { word: '通(?!过|知|报|道|讯|行)' },
  { word: '副(?!主|书|会|职|局|区|市|县|总|院|食)' },
  { word: '盏' },
  { word: '枝' },
  { word: '任(?!务|职|期|命|何)' },
  { word: '句' },
  { word: '分(?![别布钟之类析享工管公会局支散期发校院队批级子])' },
  { word: '步', not: '伐|骤|入|行|调|道|履|枪|梯|态|长|走|到|提|推|落|实|进|完|深' },
  { word: '层', not: '面|级|次' },
  { word: '个', not: '百分点|性' },
]

const UNITS: readonly Unit[] = [...spans, ...people, ...money, ...shares, ...sizes, ...counts]

const compiled = UNITS.map(({ word, not, as }) => ({
  pattern: new RegExp(`(?:${word})${not ? `(?!${not})` : ''}`, 'y'),
  as,
  isCount: counts.some((one) => one.word === word),
}))
// 辆次, 台次, 艘次: times that a thing was served. 公里/小时: a speed; money by the month stays money.
const TIMES = /次(?![年日月要序生])/y
const PER = /[/／](?:小时|分钟|秒|天|日|月|年|人|户|次|公里|平方米)/y

/** The measure word that stands at a place of a tightened text: its normal form and its length. */
export function unitAt(text: string, place: number): { unit: string; length: number } | undefined {
  for (const { pattern, as, isCount } of compiled) {
    const own = matchAt(pattern, text, place)
    if (own === '') continue
    const unit = as ?? own
    const times = isCount ? matchAt(TIMES, text, place + own.length) : ''
    const per = matchAt(PER, text, place + own.length)
    return { unit: `${unit}${times}${unit === '元' ? '' : per}`, length: own.length + times.length + per.length }
  }
  return undefined
}

function matchAt(pattern: RegExp, text: string, place: number): string {
  pattern.lastIndex = place
  return pattern.exec(text)?.[0] ?? ''
}

/** Units of time: a number of them may be a time limit instead of a measured time. */
export const TIME_UNITS: ReadonlySet<string> = new Set(['小时', '分钟', '秒', '天', '周', '个月', '个工作日'])

/** A unit as heads of tables write it: 万吨 is 吨 by ten thousand; null for a dash. */
export function writtenUnit(written: string): { unit: string | null; factor: number } {
  if (written === '%' || written === '‰') return { unit: written, factor: 1 }
  const large = /^[十百千]?[万亿]/.exec(written)?.[0] ?? ''
  const plain = written.slice(large.length)
  const found = unitAt(plain, 0)
  return {
    unit: found?.length === plain.length ? found.unit : /[一-龥]/.test(plain) ? plain : null,
    factor: magnitudeOf(large),
  }
}
