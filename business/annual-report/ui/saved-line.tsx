import { timeWords } from '../../../kit/index.ts'
import type { Saving } from './saver.ts'

/** Whether what was typed is safe. */
export function SavedLine({ saving, now }: { saving: Saving; now: string }) {
  return (
    <p className="nf-soft nf-small report-saved" role="status">
      {wordsOf(saving, now)}
    </p>
  )
}

function wordsOf(saving: Saving, now: string): string {
  switch (saving.state) {
    case 'saved':
      return `已保存，${timeWords(saving.at, now)}`
    case 'dirty':
      return '有改动，正要保存'
    case 'saving':
      return '正在保存'
    case 'failed':
      return '还没有保存上'
    case 'stale':
      return '没有保存，等您选择'
  }
}
