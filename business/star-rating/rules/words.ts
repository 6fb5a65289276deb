/** Why a star may be taken back before its time. */
export const grounds = {
  term: '任期届满没有换届',
  closed: '工会已撤销',
  dispute: '发生严重劳资纠纷',
  dues: '拖欠工会经费',
  false: '申报材料不实',
} as const
export type Ground = keyof typeof grounds

export const starWords = (stars: number): string => `${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}`
export const levelWords = ['无星', '一星', '二星', '三星', '四星', '五星'] as const
export const levelTitle = (stars: number): string => levelWords[stars] ?? '无星'

/** Tenths of a point as people say them: 65 → 6.5. */
export const pointWords = (tenths: number): string =>
  tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
