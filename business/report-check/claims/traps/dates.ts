import { TIME_UNITS } from '../units.ts'
import type { Around, Trap } from './trap.ts'

const YEAR = /^(?:19|20)\d\d$/
const CHINESE_YEAR = /^[二一][零九][零一二三四五六七八九]{2}$/
const isYear = ({ digits }: Around) => YEAR.test(digits) || CHINESE_YEAR.test(digits)

const BY_THEN =
  /^(?:内|之内|之外|以外|外|前|后|来|以来|之前|之后|制|热线|服务|开放|值守|值班|在线|营业|不打烊|畅通|响应|全天|自助|驿站|受理|无休|工作制|运转|待命)/
const SHORTER = /(?:缩短|减少|提前|节约|压缩|减)了?$/
const MEASURED = /平均|控制|用时|时间|时长|天数|周期/
const LASTED = /(?:平均|历时|耗时|用时|缩短[至到]?|压缩[至到]?|工龄|寿命)$/

export const dates: readonly Trap[] = [
  { name: 'a year', is: (a) => isYear(a) && a.one.isBare && !a.one.number.isLarge },
  {
    name: 'a day written with points',
    is: ({ digits, after, one }) =>
      one.isBare && /^(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])$/.test(digits) && /^(?:\.\d|[-~至到年）]|$)/.test(after),
  },
  {
    name: 'a month',
    is: ({ after }) =>
      /^(?:月(?!均|薪|嫂|饼)|[-~至到、和](?:\d{1,2}|[一二三四五六七八九十]+)(?:月|日|两个月|[一二三四]个月))/.test(
        after,
      ),
  },
  { name: 'months that were named', is: ({ before, after }) => /\d[、和]\d{1,2}$/.test(before) && /^个月/.test(after) },
  {
    name: 'a day',
    is: ({ before, after }) =>
      (/^(?:日|号(?!人))/.test(after) && /(?:[月至到~、-]|^)$/.test(before)) ||
      /\d{4}[./-](?:\d{1,2}[./-])?$/.test(before),
  },
  {
    name: 'years, a span or a school year',
    is: ({ before, after }) =>
      /^个?[多余]?(?:年|周年|年度|年代|世纪|季度|学年|年级|财年|载|学期)/.test(after) && !LASTED.test(before),
  },
  { name: 'a day that became a name', is: ({ before, after }) => /^[·．]\d/.test(after) || /\d[·．]$/.test(before) },
  {
    name: 'a time of day',
    is: ({ before, after }) =>
      /^[时点](?:\d|整|半|许|[，。、至到前后-]|$)(?!位)/.test(after) ||
      (/\d[时点]$/.test(before) && /^分/.test(after)) ||
      /^:\d\d(?!\d)/.test(after) ||
      /\d:$/.test(before),
  },
  {
    name: 'a time of day on both sides of its colon',
    is: ({ clause, digits, one }) =>
      one.number.isRatio === true && /^\d?\d:[0-5]\d$/.test(digits) && !/比(?:例|重)?[为是达约]*$/.test(clause),
  },
  { name: 'a circle within reach', is: ({ after }) => /^分钟[”’」]?[一-龥]{0,6}圈/.test(after) },
  { name: 'around the clock', is: ({ before, after }) => /^[×xX*]\d/.test(after) || /\d[×xX*]$/.test(before) },
  {
    name: 'open day and night',
    is: ({ digits, before, beyond, one }) =>
      digits === '24' &&
      one.unit === '小时' &&
      /^[一-龥“\d]/.test(beyond) &&
      !/(?:[由从至到压缩为]|平均)$/.test(before),
  },
  {
    name: 'all the year round',
    is: ({ digits, clause, one }) => digits === '365' && one.unit === '天' && !/[一-龥]/.test(clause),
  },
  {
    name: 'a time within which, or by which',
    is: ({ one, beyond, before, clause }) =>
      one.unit !== null &&
      TIME_UNITS.has(one.unit) &&
      (BY_THEN.test(beyond) ||
        /^[一-龥]{2,4}率/.test(beyond) ||
        /(?:[近前每头首过后满]|最近|过去|未来|连续|今后)$/.test(before) ||
        (one.qualifier === '近' && !/[时钟]/.test(one.unit) && !SHORTER.test(before)) ||
        (/内/.test(one.qualifier ?? '') && !MEASURED.test(clause))),
  },
]
