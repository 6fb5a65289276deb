import { creditCodeOf } from './marks.ts'
import { seededId } from './random.ts'
import { communities as at, type SmallOrg } from './small-places.ts'

type Form = 'single' | 'joint' | 'new_form'
export type SmallUnion = SmallOrg & { form: Form; foundedOn: string; parentId: string }
export type SmallFirm = {
  federationId: string
  id: string
  name: string
  creditCode: string
  /** Path of the community where the work is done. */
  orgPath: string
  /** Letter of GB/T 4754. */
  industry: string
  headcount: number
  isNewForm: boolean
  /** Its own union, or the joint one of its community. */
  union: SmallUnion | null
  /** Set when it is deregistered. */
  closedOn: string | null
}

/** The n-th firm: 2010 to 2021 its union was founded. Firms of one community share one joint union. */
export function firmAt(
  n: number,
  place: SmallOrg,
  industry: string,
  name: string,
  headcount: number,
  form: Form | null,
): SmallFirm {
  return {
    federationId: place.federationId,
    id: seededId('small firm', n),
    name,
    creditCode: creditCodeOf('91', 900_000 + n),
    orgPath: place.path,
    industry,
    headcount,
    isNewForm: name.endsWith('站'),
    union: form && unionOf(n, place, name, form),
    closedOn: null,
  }
}

function unionOf(n: number, place: SmallOrg, firm: string, form: Form): SmallUnion {
  const isJoint = form === 'joint'
  const code = isJoint ? 'J1' : `E${String(n + 1).padStart(5, '0')}`
  return {
    federationId: place.federationId,
    id: isJoint ? seededId('small joint', Number(place.path.slice(7).replaceAll('.', ''))) : seededId('small union', n),
    path: `${place.path}${code}.`,
    code,
    name: isJoint ? place.name.replace('工联会', '第一联合工会委员会') : `${firm}工会委员会`,
    shortName: isJoint ? `${place.shortName}第一联合工会` : `${firm.replace(/^深圳市|有限公司$/g, '')}工会`,
    form,
    foundedOn: isJoint ? '2009-05-01' : `${2010 + (n % 12)}-04-18`,
    parentId: place.id,
  }
}

/** Twenty firms: large and small, with their own union, a joint one or none; the last is deregistered and its union is still there. */
export const firms = {
  factory: firmAt(0, at.bainikeng, 'C', '深圳市岚桥栖精密电子有限公司', 620, 'single'),
  station: firmAt(1, at.bainikeng, 'G', '蜂速配送平湖白泥坑站', 86, 'new_form'),
  logistics: firmAt(2, at.hehua, 'G', '深圳市澄屿朗物流有限公司', 240, 'single'),
  plastics: firmAt(3, at.fuchengao, 'C', '深圳市禾岚砚塑胶模具有限公司', 130, 'single'),
  hardware: firmAt(4, at.bainikeng, 'C', '深圳市砚舟枫五金制品有限公司', 45, 'joint'),
  trade: firmAt(5, at.hehua, 'F', '深圳市朗栖渡商贸有限公司', 12, 'joint'),
  printing: firmAt(6, at.fuchengao, 'C', '深圳市沐穗棠印刷包装有限公司', 60, null),
  software: firmAt(7, at.gankeng, 'I', '深圳市曜骐翎软件有限公司', 180, 'single'),
  canteen: firmAt(8, at.gankeng, 'H', '深圳市禾荟樾餐饮有限公司', 18, 'joint'),
  eyewear: firmAt(9, at.shuijing, 'C', '深圳市璟珩昀眼镜有限公司', 90, 'single'),
  freight: firmAt(10, at.shuijing, 'G', '迅禾配送吉华水径站', 40, null),
  furniture: firmAt(11, at.sanlian, 'C', '深圳市榆桐麓家具有限公司', 320, 'single'),
  grocery: firmAt(12, at.sanlian, 'F', '深圳市汀鹭笙百货有限公司', 8, null),
  optics: firmAt(13, at.huanggekeng, 'C', '深圳市煦晗晟光电科技有限公司', 850, 'single'),
  clinic: firmAt(14, at.huanggekeng, 'Q', '深圳市筠箬安口腔门诊有限公司', 30, 'joint'),
  property: firmAt(15, at.ailian, 'K', '深圳市衡邈铭物业管理有限公司', 150, 'single'),
  express: firmAt(16, at.ailian, 'G', '鹭达快递龙城爱联站', 55, 'new_form'),
  school: firmAt(17, at.shengping, 'P', '深圳市琢瑾篆教育培训有限公司', 26, null),
  decoration: firmAt(18, at.shengping, 'E', '深圳市铎锐骁装饰工程有限公司', 14, 'joint'),
  clothing: { ...firmAt(19, at.shengping, 'C', '深圳市绮绥纶服装有限公司', 35, 'single'), closedOn: '2023-05-31' },
}
