import { plainOf } from './likeness.ts'

/** What says only a part of our figure: a trade, a kind of owner, a group of people, another body. */
const NARROWING = new RegExp(
  [
    '(?:25|[3-9]\\d|[二三五]十)人以上|[级星][^，]{0,2}(?:以上|以下)|规模以上|规上|小微|大型|中型|小型',
    '国有|国企|民营|私营|外资|合资|港澳台|非公|集体所有|个体户|社会组织|机关|事业单位|学校|民办|公办|医院|酒店|饭店|银行|协会|商会|互联网',
    '(?<![妇子男])女(?!职工委员会|工委|工部)|男(?:性|职工|工)|青年|青工|老年|农民工|外来|残疾|退休|退役|党员|团员|大学生',
    '骑手|司机|快递|外卖|网约车|货车|保安|环卫|教师|护士|网格员',
    '党委|党组织|信访|住建|法院|检察|人社|跨区|(?:热线|窗口)(?!.*等(?:渠道|方式|途径))|欠薪|工伤|社保',
    '(?:(?!企|就|行|作|创|专|事|产|毕|结|主)[一-龥]){2}业(?![务态余绩主])|(?![一-龥]?[各典新主])[一-龥]{2}[类型](?![一-龥]?(?:社会组织))',
  ].join('|'),
  'g',
)

/** What narrows nothing. */
const PLAIN =
  /[一-龥]{2}全区|全年度?|今年|本年度?|当年|年内|年度|一年来|截至|目前|年[底末]|全区|我区|本区|辖区|区总工会|区总|各级|共[计有]?|[合总累]计|总[数量]|全部|数量|人数|[个件]数|达到?|已经?|先后|分别|实现|完成|保持|稳定|发展|当中|暂时|选出|工联会(?!综|示)|主动|星级|开展|组织|举办|推动|指导|帮助|协助|建立|建成|拥有|登记|街道|基层|工会|职工|企业|单位|会员|劳动者|群众|[取获]得|得到|进行|通过|经由?|以上|以下|以内|左右|超过?|不少于|不足|为了?|[年占还有是在的了和与及对向被把将到至约近逾余多上中内里各全共由从其于人名个家宗件起份场次户条项元万亿区新]/g

const NEGATED = /未|没有|尚无|不[满足再]/

/** The words of a clause that may narrow a figure and that nothing known of it holds: 制造业 of 制造业企业新建工会. */
export function narrowedBy(clause: string, known: string): string | undefined {
  return [...clause.matchAll(NARROWING)].map(([word]) => word).find((word) => !known.includes(word))
}

/** What is left of a clause beyond what is known of a figure and what narrows nothing; empty when the figure explains the clause. */
export function restOf(clause: string, known: string): string {
  const own = new Set(plainOf(known))
  const rest = plainOf(clause)
    .replace(/\d/g, '')
    .replace(PLAIN, (word) => ' '.repeat(word.length))
  const left = [...rest].map((one) => (own.has(one) ? ' ' : one)).join('')
  return left.replaceAll(' ', '')
}

/** What makes a title narrower than the words around it: 诉求 is not 按期办结的诉求. */
const PARTICULAR =
  /按期|按时|满意|评价|规范|法人|空缺|届满|技术|单独|提出|保留|重复|专项|试点|示范|[一二三四五]星|[一二三四]级/g

/** Whether a title says of a number what the text around it does not: 按期, 没有. */
export function saysMore(title: string, clause: string, sentence: string): boolean {
  if (NEGATED.test(plainOf(clause)) !== NEGATED.test(plainOf(title))) return true
  const said = plainOf(sentence)
  return [...title.matchAll(PARTICULAR)].some(([word]) => !said.includes(word))
}
