import type { Field } from '../../../kernel/exchange/headers.ts'

const field = (key: string, title: string, synonyms: string, required = false) => ({
  key,
  title,
  synonyms: synonyms.split(' '),
  required,
})

/**
 * What a roster may hold (D:C1.5), by the names that union tables give it: 会员登记表, 实名制采集表, exports of 粤工惠 and 深圳智慧工会, wage lists.
 * Bank card, address and hardship stand on many of them and are not taken: nothing here needs them.
 */
export const fields = [
  field('name', '姓名', '会员姓名 职工姓名 员工姓名 名字 会员名称 人员姓名 真实姓名 本人姓名', true),
  field(
    'idNumber',
    '证件号码',
    '身份证号 身份证号码 身份证 证件号 公民身份号码 居民身份证号码 身份证件号码 身份证件号 证照号码 会员身份证号 身份证编号 idcard idno 居民身份证号',
    true,
  ),
  field('idKind', '证件类型', '证件类别 证件种类 身份证件类型 证照类型 证件名称'),
  field(
    'idValidTo',
    '证件有效期',
    '身份证有效期 证件有效期止 有效期至 证件到期日期 证件截止日期 身份证有效期限 证件有效期限 证件失效日期 有效期限',
  ),
  field('sex', '性别', '男女 性别代码 员工性别'),
  field('birthOn', '出生日期', '出生年月 出生年月日 生日 出生时间 出生'),
  field('ethnicity', '民族', '族别 民族名称'),
  field(
    'phone',
    '手机',
    '手机号 手机号码 联系电话 移动电话 联系方式 电话 联系手机 本人手机号 电话号码 mobile 手机电话 会员手机号',
  ),
  field('political', '政治面貌', '政治面目 政治身份 党派'),
  field('education', '学历', '文化程度 最高学历 受教育程度 教育程度 学历层次 文化水平'),
  field('skillLevel', '技术等级', '技能等级 职业技能等级 职业资格等级 技能水平 技能等级名称 职业技能'),
  field(
    'employment',
    '劳动关系',
    '就业状态 用工形式 用工性质 用工类型 就业状况 劳动关系类型 就业形式 员工类型 人员类别',
  ),
  field('hukou', '户籍', '户籍类型 户口性质 户口类型 户籍性质 户籍类别 户口 户籍状况'),
  field('isMigrant', '是否农民工', '农民工 是否农民工会员 农民工标识 农民工会员 是否进城务工人员'),
  field(
    'firmName',
    '工作单位',
    '单位名称 所在单位 企业名称 公司名称 用人单位 单位 公司 单位全称 所属单位 就职单位 所在企业 用工单位 单位（公司）',
  ),
  field(
    'firmCode',
    '单位信用代码',
    '统一社会信用代码 单位统一社会信用代码 信用代码 社会信用代码 企业信用代码 工作单位统一社会信用代码 企业统一社会信用代码 组织机构代码',
  ),
  field('department', '部门', '所在部门 部门名称 车间 班组 所属部门 部门班组 科室 分厂'),
  field('occupation', '工种', '岗位 职务 职业 工种岗位 岗位名称 职位 工种名称 从事岗位'),
  field(
    'newFormKind',
    '新就业形态类别',
    '新就业形态 新业态类别 新就业群体类别 新就业形态劳动者类别 八大群体 新就业形态劳动者 新业态群体类别 新就业形态群体',
  ),
  field(
    'joinedOn',
    '入会日期',
    '入会时间 入会年月 加入工会日期 加入工会时间 会员入会日期 入会登记日期 入会年月日 发展会员日期',
  ),
  field('memberNumber', '会员证号', '会员卡号 会员编号 工会会员证号 会员号 会员证编号 工会会员证编号 会员号码'),
  field('standing', '会籍状态', '会员状态 会籍 会员会籍状态 会籍情况 是否会员 在会状态'),
] as const satisfies readonly Field[]

export type RosterCells = Readonly<Record<string, string>>
