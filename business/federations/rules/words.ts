export const grades = { 1: '一级', 2: '二级', 3: '三级', 4: '四级' } as const
export const gradeWords = (grade: number | null): string => ['未定级', ...Object.values(grades)][grade ?? 0] ?? '未定级'

export const matterKinds = {
  project: '“四力杯”项目',
  grade: '等级调整',
  point: '示范点',
  follow_up: '走访跟进',
} as const
export type MatterKind = keyof typeof matterKinds

export const clubKinds = {
  sport: '体育',
  art: '文艺',
  reading: '读书',
  skill: '技能',
  volunteer: '志愿',
  other: '其他',
} as const
export type ClubKind = keyof typeof clubKinds

export const itemStates = { met: '达到', not_met: '没有达到', confirmed: '待街道核查', unknown: '还没有核实' } as const
export type ItemState = keyof typeof itemStates

export const marks = { pilot: '试点', point: '示范点', linked: '互联互动', new_form: '新就业形态' } as const
export type Mark = keyof typeof marks
