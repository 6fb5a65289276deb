import { between, pick, type Random, weighted } from './random.ts'

/** Surnames by how common they are among people who work in Longgang, roughly. */
const surname = weighted([
  ...entries('王李张刘陈', 70),
  ...entries('杨黄赵吴周', 40),
  ...entries('徐孙马朱胡林郭何高罗', 22),
  ...entries('郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟', 9),
  ...entries('姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严', 3),
])

function entries(chars: string, weight: number): [string, number][] {
  return Array.from(chars, (char) => [char, weight])
}

const MALE = '伟强军勇杰磊涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林海峰建国志文东建兵光亮松柏荣新贵福生根山川'
const FEMALE = '芳娜敏静丽艳娟秀英兰霞玲桂珍燕红玉萍梅琳雪莉倩婷慧莹洁晶云凤春菊香月莲巧美娥翠雅欣怡蓉琴素秋彩'
const SHARED = '小晓文永春国家金志海玉世思子雨嘉天德庆安佳宏立正景其成元良兴有'

/** A name put together from common characters. Some living person may bear it; nothing else here is theirs. */
export function personName(random: Random, sex: 'male' | 'female'): string {
  const last = pick(random, sex === 'male' ? MALE : FEMALE)
  return surname(random) + (random() < 0.78 ? pick(random, SHARED) : '') + last
}

/** Three-character brands no firm is known by: each n below 64³ another one. */
const BRAND =
  '禾澄屿砚舟岚朗栖沐穗棠桥枫溪渡岭榆桐麓汀鹭梧樾荟煦曜铎钧铂锐骐骁翎骞彧昀晗晟琢瑾璟珩珂璞筠笙箬篆纶绎绮绥衡迅逸邈铭鸿鹄麒霁霖'

export function brandOf(n: number): string {
  const size = BRAND.length
  const scrambled = (n * 7_919 + 104_729) % (size * size * size)
  return (
    BRAND[scrambled % size]! + BRAND[Math.floor(scrambled / size) % size]! + BRAND[Math.floor(scrambled / size / size)]!
  )
}

export const TRADES: Record<string, readonly string[]> = {
  C: [
    '精密电子',
    '五金制品',
    '塑胶模具',
    '光电科技',
    '电路板',
    '自动化设备',
    '印刷包装',
    '家具',
    '服装',
    '眼镜',
    '电源技术',
    '精密机械',
    '玩具礼品',
    '新材料',
  ],
  F: ['商贸', '供应链', '百货', '建材经营', '电子商务', '进出口贸易', '食品商行', '汽车销售'],
  G: ['物流', '货运代理', '仓储服务', '冷链运输', '国际货运', '运输'],
  L: ['企业管理咨询', '物业租赁', '会展服务', '人力资源', '知识产权代理', '广告传媒'],
  M: ['科技研发', '检测技术', '工程设计', '生物技术'],
  I: ['软件', '信息技术', '网络科技', '智能系统', '数据服务'],
  E: ['建筑劳务', '装饰工程', '机电安装', '园林工程'],
  H: ['餐饮', '酒店管理', '茶饮', '快餐配送'],
  K: ['物业管理', '产业园运营', '房地产经纪'],
  O: ['家政服务', '汽车维修', '美容美发', '清洁服务'],
  N: ['环境服务', '市政养护'],
  P: ['教育培训', '职业技能培训'],
  Q: ['口腔门诊', '健康管理', '养老服务'],
  R: ['文化传播', '体育发展', '影视传媒'],
}

/** Brands of invented platforms, what they do, and the industry that counts for. */
export const PLATFORMS: readonly { brand: string; work: string; industry: string; occupation: string }[] = [
  { brand: '蜂速', work: '配送', industry: 'G', occupation: '外卖配送员' },
  { brand: '迅禾', work: '配送', industry: 'G', occupation: '外卖配送员' },
  { brand: '骑岚', work: '即时配送', industry: 'G', occupation: '外卖配送员' },
  { brand: '鹭达', work: '快递', industry: 'G', occupation: '快递员' },
  { brand: '屿通', work: '快递', industry: 'G', occupation: '快递员' },
  { brand: '朗途', work: '出行', industry: 'G', occupation: '网约车司机' },
  { brand: '穗运', work: '货运', industry: 'G', occupation: '货车司机' },
  { brand: '栖安', work: '家政', industry: 'O', occupation: '家政服务员' },
]

const OCCUPATIONS: Record<string, readonly string[]> = {
  C: ['普工', '普工', '操作工', '技术员', '质检员', '仓管员', '班组长', '模具工', '工程师', '焊工', '电工'],
  G: ['仓管员', '装卸工', '货车司机', '调度员', '报关员'],
  E: ['钢筋工', '木工', '电工', '施工员', '安全员'],
  H: ['厨师', '服务员', '配菜员', '店长'],
  I: ['软件工程师', '测试工程师', '运维工程师', '客服专员'],
  K: ['保安员', '保洁员', '物业管理员', '维修工'],
}
const OFFICE = ['文员', '销售员', '会计', '客服专员', '店员', '行政专员']

/** What somebody does in an industry (letter of GB/T 4754). */
export const occupationIn = (random: Random, industry: string): string => pick(random, OCCUPATIONS[industry] ?? OFFICE)

/** A building on an industrial estate that has no number of its own on any map. */
export const buildingIn = (random: Random, place: string): string =>
  `${place}第${pick(random, '一二三四五六')}工业区${between(random, 1, 40)}栋${between(random, 1, 8)}楼`
