import type { Imported, Listed, Previewed } from './use-imports.ts'

type Tone = 'quiet' | 'blue' | 'green' | 'honey' | 'red'

export const stateTone: Record<Listed['state'], Tone> = {
  uploaded: 'blue',
  mapped: 'blue',
  checking: 'blue',
  checked: 'honey',
  storing: 'blue',
  stored: 'green',
  undoing: 'blue',
  undone: 'quiet',
  failed: 'red',
  abandoned: 'quiet',
}

type Column = Previewed['columns'][number]

/** How sure we are of a column, in words: colour is never the only cue. */
export function confidenceWords({ column, confidence, isRemembered, isRequired }: Column): {
  words: string
  tone: Tone
} {
  if (column === null && isRemembered && !isRequired) return { words: '照上次，不导入', tone: 'quiet' }
  if (column === null)
    return isRequired ? { words: '要选一列', tone: 'red' } : { words: '表里没有，不导入', tone: 'quiet' }
  if (isRemembered) return { words: '照上次的', tone: 'green' }
  if (confidence >= 0.95) return { words: '列名对得上', tone: 'green' }
  return { words: `相近 ${Math.round(confidence * 100)}%，请核对`, tone: 'honey' }
}

/** 约 12 秒, 约 3 分钟. */
export const lastingWords = (seconds: number): string =>
  seconds < 60 ? `约 ${Math.max(1, seconds)} 秒` : `约 ${Math.round(seconds / 60)} 分钟`

/** What is said beside the bar: how fast, how long, how many were not taken. */
export function runningWords({ rate, secondsLeft, counts }: Imported): string {
  const parts = [
    rate === null ? '' : `每秒 ${rate} 行`,
    secondsLeft === null ? '' : `还要${lastingWords(secondsLeft)}`,
    counts.refused > 0 ? `${counts.refused} 行不能导入` : '',
  ]
  return parts.filter(Boolean).join('，')
}

/** 新增 12，更新 3，已有 40，未导入 2. */
export const countWords = ({ added, changed, same, refused }: Imported['counts']): string =>
  [
    [added, '新增'],
    [changed, '更新'],
    [same, '已有'],
    [refused, '未导入'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${word} ${count}`)
    .join('，') || '没有数据行'
