import { magnitudeOf, numberOfChinese } from './numerals.ts'

/** A number in a tightened text, before it is known whether it claims anything. Offsets are of the tightened text. */
export type Found = {
  from: number
  to: number
  value: number
  /** The unit that belongs to the way it is written: 百分之九十五, 三成, 4‰, 一块五; undefined for a plain number. */
  unit?: '%' | '‰' | '‱' | '元' | null
  /** 余, 多, 来 inside or right behind it. */
  more?: string
  isChinese: boolean
  /** 万 or 亿 stands with it, or it has a decimal or a thousands comma: hardly a name or an ordinal. */
  isLarge: boolean
  /** The whole sum: 1+11+59. */
  isSum?: boolean
  isFraction?: boolean
  /** What it was multiplied by to share the magnitude of the next of its row. */
  scale?: number
  isRatio?: boolean
}

// 8 403 起: a single space may part thousands where a measure word or a mark follows, else it parts two numbers.
const ARABIC = String.raw`-?(?:\d{1,3}(?:,\d{3})+(?!\d)|[1-9]\d{0,2}(?: \d{3})+(?=(?:\.\d+)?[一-龥，。；、）%])|\d+)(?:\.\d+)?`
const CHINESE =
  '[零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零一二三四五六七八九]+[万亿]*)?(?:个亿)?'
const MORE = '余|多|来'
// 三个多亿 is spoken for 三亿多.
const TO_MORE = '(?:个(?=[多余来]亿))?'
const COUNTED =
  '名位人个家场次条件份户元台处座间所套辆艘本册张部幅节对片顶床瓶箱袋盒桶枚束封笔款例趟轮遍票株棵头卷种课队页道桌列项期批组支亩吨斤公平万'
// 46万+人次, 10w+: more than, where no further part of a name follows.
const PLUS = String.raw`\+(?=[，。！；、）)${COUNTED}]|$)`
// 千瓦, 千米 and 百分点 are units, no thousands and hundreds.
const LARGE =
  '(?:个?(?:万亿|千亿|百亿|亿)|千万|百万|十万|万|千(?![瓦克米伏卡方升字])|百(?![分货米姓])|[wW](?=\\+|[' +
  COUNTED +
  '](?![能板]))|w(?=[，。、；）]|$))'

type Shape = {
  pattern: RegExp
  read: (groups: Record<string, string | undefined>) => Partial<Found> & { value: number }
}

const plain = (text: string) => Number(text.replaceAll(/[, ]/g, ''))
const numberOf = (text: string) => (/\d/.test(text) ? plain(text) : numberOfChinese(text))
const exact = (value: number) => Math.round(value * 1e6) / 1e6
const ANY = `(?:${ARABIC}|${CHINESE})`
// 比例是三比一: said of a score or of two people it is no ratio.
const SPOKEN = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)`
const AFTER_RATIO = '(?<=(?<![同环对相])比(?:例|重|值)?[大约为是达近在到]{0,3})'
// 一块五涨到三块; 两块三米长的展板 is a count of boards.
const ENDS_PRICE = '(?=钱|左右|上下|以|多|的|[涨提降增减升加]|[到至，。、；：！？）”]|$)'

/** In this order: what begins like another but says more comes first. */
const SHAPES: readonly Shape[] = [
  {
    pattern: /(?<sum>\d{1,3}(?:\+\d{1,4})+)(?![>+\d.]|\+?[NnXx])/y,
    read: ({ sum = '' }) => ({ value: sum.split('+').reduce((total, one) => total + Number(one), 0), isSum: true }),
  },
  {
    pattern: new RegExp(`(?<base>百|千|万)分之(?<share>${ANY})(?<more>${MORE})?`, 'y'),
    read: ({ base = '', share = '', more }) => ({
      value: numberOf(share),
      unit: base === '百' ? '%' : base === '千' ? '‰' : '‱',
      ...(more ? { more } : {}),
    }),
  },
  {
    pattern: /(?<under>[二三四五六七八九十]+|\d+)分之(?<over>[一二两三四五六七八九十]+|\d+)/y,
    read: ({ under = '', over = '' }) => ({ value: numberOf(over) / numberOf(under), unit: null, isFraction: true }),
  },
  {
    pattern: /(?<!\d|\/)(?<over>[1-9])\/(?<under>[2-9]|10)(?![\d/])/y,
    read: ({ under = '', over = '' }) => ({ value: numberOf(over) / numberOf(under), unit: null, isFraction: true }),
  },
  {
    pattern: new RegExp(`(?<share>${ARABIC}) ?(?<sign>%|‰)`, 'y'),
    read: ({ share = '', sign }) => ({ value: plain(share), unit: sign === '%' ? '%' : '‰' }),
  },
  {
    pattern:
      /(?<tenths>[一二两三四五六七八九]|[1-9](?:\.\d)?)成(?<rest>[半一二三四五六七八九])?(?![立为功员果熟长效本绩套型就年都不品人语交分份文])/y,
    read: ({ tenths = '', rest }) => ({ value: exact(numberOf(tenths) * 10 + onesOf(rest)), unit: '%' }),
  },
  {
    pattern: /(?<left>\d+(?:\.\d+)?)[:∶](?<right>\d+(?:\.\d+)?)(?![:∶\d])/y,
    read: ({ left = '', right = '' }) => ({ value: exact(plain(left) / plain(right)), unit: null, isRatio: true }),
  },
  {
    pattern: new RegExp(
      `(?<left>${SPOKEN})比(?<right>${SPOKEN})(?=的?比例)|${AFTER_RATIO}(?<over>${SPOKEN})比(?<under>${SPOKEN})`,
      'y',
    ),
    read: ({ left, right, over = left ?? '', under = right ?? '' }) => ({
      value: exact(numberOf(over) / numberOf(under)),
      unit: null,
      isRatio: true,
    }),
  },
  {
    pattern: new RegExp(`(?<whole>${ANY})块(?<tenth>[一二两三四五六七八九半\\d])(?:毛|角)?${ENDS_PRICE}`, 'y'),
    read: ({ whole = '', tenth = '' }) => ({
      value: exact(numberOf(whole) + (tenth === '半' ? 5 : numberOf(tenth)) / 10),
      unit: '元',
    }),
  },
  {
    pattern: new RegExp(
      `(?<number>${ARABIC})${TO_MORE}(?<early>${MORE})?(?<large>${LARGE})?(?<late>余|多(?![层形样])|${PLUS})?`,
      'y',
    ),
    read: ({ number = '', early, large = '', late }) => ({
      value: exact(plain(number) * magnitudeOf(large)),
      ...moreOf(early ?? late),
      isLarge: large !== '' || /[., ]/.test(number),
    }),
  },
  {
    pattern: new RegExp(`(?<number>${CHINESE})(?:${TO_MORE}(?<early>${MORE})(?<large>个?亿|[万亿]+)?)?`, 'y'),
    read: ({ number = '', early, large = '' }) => ({
      value: exact(numberOfChinese(number) * magnitudeOf(large)),
      ...moreOf(early),
      isChinese: true,
      isLarge: /[万亿点]|千.*百/.test(number),
    }),
  },
]

/** 九成五 is 95, 三成半 is 35. */
const onesOf = (rest: string | undefined) => (rest === undefined ? 0 : rest === '半' ? 5 : numberOfChinese(rest))
const moreOf = (more: string | undefined) => (more ? { more } : {})

/** Every number of a tightened text, left to right, none inside another. Numerals that say no number (一二级, 三四) are left out. */
export function findNumbers(text: string): Found[] {
  const found: Found[] = []
  for (let place = 0; place < text.length; ) {
    const one = numberAt(text, place)
    if (!one) {
      place += 1
      continue
    }
    if (Number.isFinite(one.value)) found.push(one)
    place = one.to
  }
  return found
}

const STARTS = /[\d零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾-]/

function numberAt(text: string, place: number): Found | undefined {
  if (!STARTS.test(text[place] as string)) return undefined
  // A minus sign stands before a number only after a word: 同比-3.2%; between two numbers it is a range.
  if (text[place] === '-' && /[\dA-Za-z%+\-万亿人元天]/.test(text[place - 1] ?? '-')) return undefined
  for (const { pattern, read } of SHAPES) {
    pattern.lastIndex = place
    const match = pattern.exec(text)
    if (!match) continue
    const { value, ...rest } = read(match.groups ?? {})
    return { from: place, to: place + match[0].length, isChinese: false, isLarge: false, value, ...rest }
  }
  return undefined
}
