import { newFormKindOf } from '../../../../kernel/people/new-form-kinds.ts'

/** Words and codes by which a value goes; `''` is known to mean nothing that is kept. */
type Words<V extends string> = readonly (readonly [V, string])[]

const lookup = <V extends string>(words: Words<V>): ReadonlyMap<string, V> =>
  new Map(words.flatMap(([value, names]) => names.split(' ').map((name) => [name.toLowerCase(), value] as const)))

/** Coded and worded drop-downs: GB/T 2261.1 (sex), 4762 (political), 4658 (education), and what old union tables wrote. */
const tables = {
  sex: lookup([
    ['male', '男 男性 1 m male 先生'],
    ['female', '女 女性 2 f female 女士'],
    ['unknown', '0 9 未知 未说明'],
  ]),
  political: lookup([
    ['party', '党员 中共党员 中国共产党党员 共产党员 1 01'],
    ['probationary', '预备党员 中共预备党员 2 02'],
    ['league', '团员 共青团员 3 03'],
    [
      'democratic',
      '民主党派 民革党员 民盟盟员 民建会员 民进会员 农工党党员 致公党党员 九三学社社员 台盟盟员 4 04 05 06 07 08 09 10 11',
    ],
    ['masses', '群众 无党派 无党派人士 无党派民主人士 普通公民 12 13 其他'],
  ]),
  education: lookup([
    ['primary', '小学 70 80 小学及以下'],
    ['junior', '初中 初级中学 初中毕业 61 71 初中及以下'],
    ['senior', '高中 普通高中 高中毕业 60'],
    ['vocational', '中专 中职 技校 职高 职业高中 中技 技工学校 中等专科 中专/技校 40 41 44 47 50'],
    ['college', '大专 专科 高职 大学专科 高技 30 31'],
    ['bachelor', '本科 大学 大学本科 学士 20 21'],
    ['master', '硕士 研究生 硕士研究生 10 14'],
    ['doctor', '博士 博士研究生 博士后 11'],
    ['', '文盲 半文盲 其他 90 99'],
  ]),
  skillLevel: lookup([
    ['none', '无 无等级 没有 未评定 0 无技术等级'],
    ['junior', '初级工 初级 五级 五级工 5 五级/初级工 初级工(五级)'],
    ['intermediate', '中级工 中级 四级 四级工 4 四级/中级工 中级工(四级)'],
    ['senior', '高级工 高级 三级 三级工 3 三级/高级工 高级工(三级)'],
    ['technician', '技师 二级 2 二级/技师 技师(二级)'],
    ['senior_technician', '高级技师 一级 1 一级/高级技师 高级技师(一级)'],
    ['special_technician', '特级技师'],
    ['chief_technician', '首席技师'],
  ]),
  employment: lookup([
    ['contract', '劳动合同 合同 合同制 合同工 正式 正式工 正式员工 在职 在岗 在编 全日制 1'],
    ['dispatch', '派遣 劳务派遣 派遣工 派遣员工 2'],
    ['platform', '平台 平台用工 平台就业 新就业形态 灵活就业 众包 3'],
    ['labour_service', '劳务 劳务合同 劳务用工 劳务关系 兼职 返聘 退休返聘 临时工 实习 4'],
    ['retired', '退休 离退休 已退休 内退 5'],
    ['unemployed', '失业 待业 下岗 离职 无业 6'],
  ]),
  standing: lookup([
    ['full', '在会 正常 会员 有效 有效会员 在籍 是 已入会 1'],
    ['retained', '保留 保留会籍 会籍保留 2'],
    ['left', '退会 已退会 自动退会 转出 已转出 除名 已除名 开除会籍 死亡 去世 已去世 注销 无效 3'],
  ]),
  idKind: lookup([
    ['resident', '身份证 居民身份证 二代身份证 二代证 户口簿 临时身份证 1 01 111 sfz'],
    ['hongkong_macao', '港澳居民居住证 港澳台居民居住证 港澳居住证'],
    ['hongkong_macao_permit', '港澳居民来往内地通行证 港澳通行证 回乡证 港澳居民通行证 516'],
    ['taiwan', '台湾居民居住证 台湾居住证'],
    ['taiwan_permit', '台湾居民来往大陆通行证 台胞证 台湾通行证 511'],
    ['foreigner', '外国人永久居留身份证 外国人永久居留证 永久居留证 外国人居留证 553'],
    ['passport', '护照 中国护照 外国护照 普通护照 414 2 02'],
    ['other', '军官证 士兵证 警官证 驾驶证 社保卡 其他 其他证件 99'],
  ]),
  flag: lookup([
    ['yes', '是 √ ✓ ✔ ☑ 1 y yes true t 有 对 on 农民工'],
    ['no', '否 × ✗ ✘ x 0 n no false f 无 不是 非 没有 off 2'],
  ]),
} as const

export type ChoiceKey = keyof typeof tables
type ValueOf<K extends ChoiceKey> = (typeof tables)[K] extends ReadonlyMap<string, infer V> ? V : never

const bare = (cell: string) => cell.toLowerCase().replace(/\s/g, '')

/** The value that a word or a code of a drop-down means; undefined when nobody knows it. `01 中共党员` and `1-男` are read by either half. */
export function readChoice<K extends ChoiceKey>(key: K, cell: string): ValueOf<K> | undefined {
  const table = tables[key] as ReadonlyMap<string, ValueOf<K>>
  const whole = table.get(bare(cell))
  if (whole !== undefined) return whole
  const coded = /^\w{1,3}[-.、:_\s|]+(.+)$/.exec(cell.trim()) ?? /^(.+?)\(\w{1,3}\)$/.exec(cell.trim())
  return coded ? table.get(bare(coded[1] ?? '')) : undefined
}

type Hukou = 'local_urban' | 'local_rural' | 'other_urban' | 'other_rural'

/** 户籍: 深户, 外地农村, 本市非农业; undefined when the place or the kind is not told. */
export function readHukou(cell: string): Hukou | undefined {
  const text = bare(cell)
  const place = /外地|外省|外市|市外|省外|非深|非本|异地|非户籍/.test(text)
    ? 'other'
    : /本地|本市|深户|深圳|市内|户籍/.test(text)
      ? 'local'
      : ''
  // Shenzhen has had no rural registration since 2004.
  const kind = /非农|城镇|城市|居民/.test(text) ? 'urban' : /农/.test(text) ? 'rural' : place === 'local' ? 'urban' : ''
  return place === '' || kind === '' ? undefined : `${place}_${kind}`
}

/** Occupation of new-form employment by its name, a synonym or its code; '' for 否. */
export function readNewFormKind(cell: string): string | undefined {
  if (readChoice('flag', cell) === 'no') return ''
  return newFormKindOf(cell.replace(/\s/g, ''))?.code
}
