import { isCodedName } from './coded-names.ts'
import type { Trap } from './trap.ts'

export const names: readonly Trap[] = [
  {
    name: 'an ordinal',
    is: ({ before, after, digits }) =>
      /第$/.test(before) ||
      (/届$/.test(before) && /^次/.test(after)) ||
      (/届[^共开召举行了，。；\d]{1,6}$/.test(before) &&
        /^次(?:全体|委员|常委|执委|代表|会议|全会)/.test(after) &&
        !/^两/.test(digits)) ||
      /^(?:届|中全会|大(?=报告|精神|以来|代表|召开|会议|[，。、“”"）]|$))/.test(after),
  },
  {
    name: 'the number of a document',
    is: ({ before, after }) => /[〔[【]$/.test(before) || /^[〕\]】]/.test(after) || /[〕\]】]第?$/.test(before),
  },
  { name: 'a standard', is: ({ before }) => /(?:GB|ISO|DB|T\/)[ \dA-Z./-]*$/.test(before) },
  {
    name: 'an address, a line, a room',
    is: ({ after }) => /^(?:位小?数|号(?!召|称|人(?![物员]))|路(?!径)|弄|室|楼(?![宇盘])|单元|栋\d|#)/.test(after),
  },
  {
    name: 'letters and digits of one name',
    is: ({ text, after, one }) => {
      const before = text.slice(0, one.from)
      const isJoined = one.qualifier === null && /[A-Za-z]$/.test(before) && (one.isBare || !one.number.isLarge)
      const isParted = /[A-Za-z][/ -]$/.test(before) && one.isBare && !one.number.isLarge
      return isJoined || isParted || /^ ?[A-Za-z](?!EU)/.test(after)
    },
  },
  {
    name: 'a telephone or a code',
    is: ({ digits, one, after }) =>
      /^[零一二三四五六七八九]{4,}$/.test(digits) ||
      (!one.number.isLarge &&
        ((one.isBare && /^(?:12\d{3}|\d{7,}|985|211)$/.test(digits)) ||
          (/^(?:1[12]\d|12\d{3})$/.test(digits) && /^(?:热线|平台|急救|指挥|中心|电话|、12)/.test(after)))),
  },
  {
    name: 'digits of a number with dashes',
    is: ({ before, after, one }) => one.isBare && (/\d{3,}-$/.test(before) || /^-\d{5,}/.test(after)),
  },
  {
    name: 'a number of a list',
    is: ({ before, after, digits, one }) =>
      one.isBare &&
      ((before === '' && /^\d{1,2}\.\d{1,2}$/.test(digits) && /^(?:\.\d{1,2})?[ 、.]?[一-龥]/.test(after)) ||
        (/(?:^|[。；：:])$/.test(before) && /^[.、．)）](?!\d)/.test(after)) ||
        (/[（(]$/.test(before) && /^[）)]/.test(after))),
  },
  {
    name: 'the note of a table',
    is: ({ before }) => /(?:科目|附件|附表|附图|序号|(?<![代仪报发列])表|(?:^|[。；，（])(?:图|案例|例))$/.test(before),
  },
  {
    name: 'a stage of a building',
    is: ({ after, one }) => one.number.value <= 9 && /^期(?:工程|项目|开通|扩建|试点|线|地块|厂房|工地)/.test(after),
  },
  {
    name: 'the copies of a document',
    is: ({ text, before, one }) =>
      one.unit === '份' && (/印$|一式$/.test(before) || /^（?[^。]{0,12}(?:抄送|抄报|分送|主送)/.test(text)),
  },
  { name: 'a team', is: ({ before, after }) => /[工段间队]$/.test(before) && /^班(?!次)/.test(after) },
  { name: 'a turn', is: ({ after }) => /^班[倒制]/.test(after) },
  // One counts 两班, and calls a team 二班.
  {
    name: 'a team by its number',
    is: ({ digits, after }) => digits === '二' && /^[班组队期车站线楼](?!次)/.test(after),
  },
  { name: 'a coded name', is: ({ text, one }) => isCodedName(text, one) },
  {
    name: 'a grade, an award or a place in a list',
    is: ({ before, after, one }) =>
      (one.number.unit === undefined &&
        /^(?:等奖|等功|星|强(?!化)|佳|甲|级|流|线|等(?![，。])|标兵|连冠|A(?![A-Za-z]))/.test(after)) ||
      /^好(?:员工|家庭|市民|公司|班子|党员)/.test(after) ||
      (/(?:^|[^目之])前$/.test(before) && /^[名位，。、强]/.test(after)) ||
      /(?:位列|位居|排名|名列|排在|跻身)[一-龥]{0,4}[第前]?$/.test(before),
  },
]
