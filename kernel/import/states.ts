/** The way of an import. The `…ing` states run by themselves; whoever comes back finds them further on. */
export const states = {
  uploaded: '已上传',
  mapped: '列已对好',
  checking: '正在核对',
  checked: '已核对',
  storing: '正在导入',
  stored: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
  failed: '出错停下',
  abandoned: '已放弃',
} as const
export type State = keyof typeof states

export const verbs = {
  look: { title: '换一张工作表', from: ['uploaded', 'mapped', 'checked'] },
  map: { title: '对列', from: ['uploaded', 'mapped', 'checked'] },
  check: { title: '核对', from: ['mapped', 'checked'] },
  store: { title: '导入', from: ['checked', 'stored'] },
  undo: { title: '撤销导入', from: ['stored', 'failed'] },
  retry: { title: '接着办', from: ['failed'] },
  cancel: { title: '停下', from: ['uploaded', 'mapped', 'checking', 'checked', 'storing', 'failed'] },
} as const satisfies Record<string, { title: string; from: readonly State[] }>
export type Verb = keyof typeof verbs

export type Facts = {
  state: State
  position: number
  total: number | null
  /** Rows that were written and can be taken back. */
  written: number
  failedIn: string | null
  undoUntil: string | null
  isLookDue: boolean
  isSender: boolean
  isFileGone: boolean
}

/**
 * Why a verb cannot be done now, as a sentence that says what to do; null when it can. @param now ISO instant
 */
export function obstacleTo(verb: Verb, facts: Facts, now: string): string | null {
  const { state } = facts
  if (!verbs[verb].from.some((from) => from === state))
    return `现在是“${states[state]}”，不能${verbs[verb].title}，请刷新后再看`
  if (verb === 'undo') return obstacleToUndo(facts, now)
  if (!facts.isSender) return '这份表格不是您传的，请由上传的人来办，或自己重新上传一份'
  if (facts.isFileGone && verb !== 'cancel') return '表格文件已过保存期被清除，请重新上传'
  if ((verb === 'look' || verb === 'map') && facts.isLookDue) return '正在读取表格，请稍等几秒再试'
  if (verb === 'store' && state === 'stored' && facts.position >= (facts.total ?? 0))
    return '这份表格已经全部导入，不用再导'
  if (verb === 'cancel' && state === 'failed' && facts.written > 0)
    return '已有内容写进台账，不能放弃；要退回请撤销导入'
  return null
}

function obstacleToUndo({ written, undoUntil }: Facts, now: string): string | null {
  if (written === 0) return '这次导入没有写进任何内容，不用撤销'
  if (undoUntil !== null && now > undoUntil) return '已过撤销期限，不能整批撤销，请逐条更正'
  return null
}

export const verbsOpen = (facts: Facts, now: string): Verb[] =>
  (Object.keys(verbs) as Verb[]).filter((verb) => obstacleTo(verb, facts, now) === null)
