/**
 * Names of one thing that go side by side in work reports, longest first where one ends another. `isShort`: the second is the first's short form, which
 * is in order once the text says 以下简称. Source: the federation's own reports (D:A6.10).
 */
export type NameGroup = { thing: string; names: readonly string[]; isShort?: boolean; advice: string }

export const nameGroups: readonly NameGroup[] = [
  { thing: '劳动关系预警', names: ['劳动关系预警处置工作体系', '劳资纠纷预警系统'], advice: '请按文件里的名称统一' },
  {
    thing: '劳资协商机制',
    names: ['劳资沟通协商机制', '劳资民主协商机制', '民主协商机制'],
    advice: '请按文件里的名称统一',
  },
  {
    thing: '户外服务点',
    names: ['工会爱心驿站', '暖蜂驿站', '户外劳动者服务站点', '劳动者爱心角'],
    advice: '确是几种阵地的，请写明关系；是同一种的，请统一',
  },
  { thing: '厂务公开', names: ['厂务公开', '企务公开'], advice: '请统一' },
  { thing: '四力杯', names: ['“四力杯”', '“四力”杯'], advice: '引号请放在同一个位置' },
  {
    thing: '工联会',
    names: ['工会联合会', '工联会'],
    isShort: true,
    advice: '第一次用全称并注明“以下简称”，以后用简称',
  },
  { thing: '新就业形态劳动者', names: ['新就业形态劳动者', '新就业群体', '新业态劳动者'], advice: '请统一' },
  { thing: '动态建会率', names: ['动态建会率', '建会动态率'], advice: '请按统计口径的名称统一' },
]
