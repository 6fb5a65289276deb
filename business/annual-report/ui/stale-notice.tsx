import { Button, Notice } from '../../../kit/index.ts'
import { home, type Report } from './place.ts'
import type { Saver, Saving } from './saver.ts'

interface StaleNoticeProps {
  saving: Extract<Saving, { state: 'stale' }>
  saver: Saver
  report: Report
  onTakeTheirs: () => void
}

/** Somebody else saved meanwhile. Nothing typed is lost until the writer decides. */
export function StaleNotice({ saving, saver, report, onTakeTheirs }: StaleNoticeProps) {
  return (
    <Notice tone="watch" title="同事刚刚保存了另一稿">
      <p>{saving.why}。</p>
      <div className="report-choices">
        <a className="nf-link" href={`${home}/${report.id}`} target="_blank" rel="noreferrer">
          在新窗口看对方的稿子
        </a>
        <Button onClick={() => void saver.overwrite(saving.revision)}>用我这一稿</Button>
        <Button onClick={onTakeTheirs}>放弃我的改动，用对方的</Button>
      </div>
    </Notice>
  )
}
