import type { Trap } from './trap.ts'

const FIRM =
  '[一-龥]{0,6}?(?:企业|单位|公司|用人|车间|班组|工厂|园区|项目|工地|集体|机构|社区|法人|门店|商户|工会|楼宇)'
const SIZES = '(?:℃|米|座|吨|小时|分钟|天|平方米|毫升|毫克|度|千瓦|层|公里|人|元|万元|亿元|岁|分|件|个月)'
// 1200 人以上参加 is a count; 3 人以上的事故 is a class.
const TAKES_PART = '参|报|受|获|享|到|出|实|学|接|通|符|满|同|表|达'

const NOUN = 14

const SCORED = /[得评总均平高低达]分?|满意度|测评|考核|成绩|提[高升]|扣|加|下降|上升|分数/

export const bands: readonly Trap[] = [
  {
    name: 'a band of enterprises',
    is: ({ after }) =>
      new RegExp(
        `^[余多]?人(?:(?:及|或)?(?:以上|以下|以内|规模)${FIRM}|(?:的)?(?:[应已未]建会)?(?:企业|单位|小微|车间|门店))`,
      ).test(after),
  },
  {
    name: 'the lower end of a band',
    is: ({ after }) => new RegExp(`^人?[-~至到]\\d+人(?:及|或)?(?:以上|以下)?${FIRM}`).test(after),
  },
  {
    name: 'a size from which',
    is: ({ after }) =>
      new RegExp(`^${SIZES}(?:及|或)?(?:以上|以下|以外)(?:的(?=[一-龥\\d])|(?![，。、；：）的]|$|${TAKES_PART}))`).test(
        after,
      ),
  },
  {
    name: 'a size by which things are told apart',
    is: ({ before, text, one }) =>
      /(?:面积|人数|年龄|工龄|金额|规模|距离|收入)$/.test(before) &&
      /^(?:不[足满到]|超过?|大于|小于|[高低]于)/.test(one.qualifier ?? '') &&
      /^的[一-龥]{1,8}?(?:[尚还仍]?有|共|均|都|[应须]当?|占)/.test(text.slice(one.to, one.to + NOUN)),
  },
  {
    name: 'a threshold',
    is: ({ after }) =>
      /^(?![万亿]?[名人位家个场次件份])[一-龥]{1,2}(?:及|或)?(?:以上|以下)(?:的)?(?:论文|奖项|职称|学历|职务|荣誉|骨干|老人|人员|职工|员工|家庭|项目)/.test(
        after,
      ),
  },
  {
    name: 'an age',
    is: ({ before, after }) =>
      /^(?:周岁|[-~至到]\d+(?:周)?岁|岁(?:及|或)?(?:以上|以下|以内|的))/.test(after) ||
      (/^岁/.test(after) && /[满\-~至到]$/.test(before)),
  },
  {
    name: 'points of a rule',
    is: ({ before, after, clause }) =>
      /^分(?!钟)/.test(after) &&
      (/满分$/.test(before) || !SCORED.test(clause)) &&
      !/^分(?:的(?:总?成绩|好成绩|高分)|夺|摘|获|位居|领先|胜)/.test(after),
  },
  {
    name: 'a part of the name of a thing',
    is: ({ after }) =>
      /^(?:轮(?:电动|摩托|车)|座(?:客车|小客车|以下|轿车)|吨(?:汽车吊|吊车|货车|架桥机|起重机|级)|孔|芯|匹)/.test(
        after,
      ),
  },
  { name: 'what a rule asks for', is: ({ before, one }) => one.unit === '%' && /(?:规定|法定)的$/.test(before) },
  {
    name: 'a limit of the law',
    is: ({ before, after }) => /^毫[克升](?:\/|的|）)/.test(after) || /毫克\/$/.test(before),
  },
  { name: 'what a definition asks for', is: ({ clause }) => /指(?:符合|具备|具有|经|由|在)[^，]*$/.test(clause) },
]
