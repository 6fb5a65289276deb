import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useState } from 'react'
import { useNow, useRefresh } from '../../../kit/api/index.ts'
import { Card, Columns, Notice, Page, Stack, Tag } from '../../../kit/index.ts'
import type { Form } from '../rules/body.ts'
import { CheckCard } from './check-card.tsx'
import { DraftVerbs } from './draft-verbs.tsx'
import type { Token } from './editor/document.ts'
import { insertToken, ReportEditor, retell } from './editor/editor.tsx'
import { WordsRoot } from './editor/words.tsx'
import { FigureSide } from './figure-side.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { home, type Report } from './place.ts'
import { SavedLine } from './saved-line.tsx'
import { draftSentence } from './sentences.ts'
import { StaleNotice } from './stale-notice.tsx'
import { TokenPicker } from './token-picker.tsx'
import { useLive } from './use-live.ts'
import { useSaver } from './use-saver.ts'

/** A draft of the own union: written at the left, what is behind the figure at the caret at the right. */
export function DraftPage({ report }: { report: Report }) {
  const [base, setBase] = useState(report)
  const [isTaking, setTaking] = useState(false)
  const refresh = useRefresh()
  if (isTaking && report.revision > base.revision) {
    setBase(report)
    setTaking(false)
  }
  const takeTheirs = () => {
    setTaking(true)
    void refresh()
  }
  return (
    <Writing
      key={`${base.id}:${base.revision}`}
      start={base}
      report={report}
      onNewer={() => setBase(report)}
      onTakeTheirs={takeTheirs}
    />
  )
}

const READING = '正在从记录里算这些数，文字可以先写'

interface WritingProps {
  /** What the writing began from. */
  start: Report
  /** As it was read last. */
  report: Report
  /** Somebody else has saved, and here nothing was typed that would be lost. */
  onNewer: () => void
  onTakeTheirs: () => void
}

function Writing({ start, report, onNewer, onTakeTheirs }: WritingProps) {
  const writing = useWriting(start)
  const { saver, saving, live, editor } = writing
  const isBehind = report.revision > saver.revision() && !saver.hasUnsaved()
  useEffect(() => {
    if (isBehind) onNewer()
  })
  const [open, setOpen] = useState<'picker' | 'check'>()
  const close = () => setOpen(undefined)
  const pick = (picked: Token) => {
    close()
    if (editor) insertToken(editor, picked)
  }
  return (
    <Page
      breadcrumb={[{ title: '年度报告', href: home }, { title: `${start.union} ${start.year} 年` }]}
      title={`${start.year} 年工作报告`}
      badges={
        <>
          <Tag tone="blue">草稿</Tag>
          {start.edition > 1 && <Tag tone="quiet">第 {start.edition} 版</Tag>}
        </>
      }
      sub={live.state === 'loading' && live.figures.size === 0 ? READING : writing.sentence}
      actions={
        <DraftVerbs report={report} saver={saver} onCheck={() => setOpen(open === 'check' ? undefined : 'check')} />
      }
    >
      <Stack>
        {saving.state === 'stale' && (
          <StaleNotice saving={saving} saver={saver} report={report} onTakeTheirs={onTakeTheirs} />
        )}
        <Troubles saving={saving} live={live} />
        {open === 'check' && (
          <CheckCard body={writing.text.body} live={live} report={start} onClose={close} editor={editor} />
        )}
        <Desk start={start} writing={writing} onInsert={() => setOpen('picker')} />
      </Stack>
      <LeaveGuard saver={saver} />
      {open === 'picker' && <TokenPicker tokens={live.tokens} onClose={close} onPick={pick} />}
    </Page>
  )
}

/** The text as it is being written, the figures in it as they stand, and how it is kept. */
function useWriting(start: Report) {
  const [text, setText] = useState({ title: start.title, body: start.body })
  const [editor, setEditor] = useState<Editor>()
  const { saver, saving } = useSaver(start)
  const live = useLive(start, text.body)
  const change = (more: Partial<typeof text>) => {
    const next = { ...text, ...more }
    setText(next)
    saver.change(next)
  }
  const sentence = useMemo(() => draftSentence(text.body, live.figures, start), [text.body, live.figures, start])
  return { text, change, editor, setEditor, saver, saving, live, sentence }
}

type WritingNow = ReturnType<typeof useWriting>

function Troubles({ saving, live }: Pick<WritingNow, 'saving' | 'live'>) {
  return (
    <>
      {saving.state === 'failed' && (
        <Notice tone="bad">
          {saving.why} {saving.isRetried ? '您写的都还在，连上后会自动再存。' : '您写的都还在页面上。'}
        </Notice>
      )}
      {live.state === 'error' && (
        <Notice tone="bad" action={{ title: '再试一次', onDo: live.retry }}>
          数据没有读到，文字可以照常写。
        </Notice>
      )}
    </>
  )
}

interface DeskProps {
  start: Report
  writing: WritingNow
  onInsert: () => void
}

/** The text, and what is behind the figure at the caret. */
function Desk({ start, writing: { text, change, editor, setEditor, saving, live }, onInsert }: DeskProps) {
  const [token, setToken] = useState<Token>()
  return (
    <Columns wide>
      <Card>
        <WordsRoot value={live.say}>
          <textarea
            className="report-title"
            rows={1}
            aria-label="报告标题"
            maxLength={80}
            value={text.title}
            onChange={(event) => change({ title: event.target.value.replace(/\s*\n\s*/g, '') })}
          />
          <ReportEditor
            start={start.body}
            onChange={(body) => change({ body })}
            onToken={setToken}
            onInsert={onInsert}
            onReady={setEditor}
          />
        </WordsRoot>
        <SavedLine saving={saving} now={useNow()} />
      </Card>
      <div className={token ? 'report-side report-side-open' : 'report-side'}>
        <button type="button" className="report-side-close" onClick={() => setToken(undefined)}>
          收起
        </button>
        <FigureSide
          report={start}
          token={token}
          live={live}
          onForm={editor ? (form: Form) => retell(editor, form) : undefined}
        />
      </div>
    </Columns>
  )
}
