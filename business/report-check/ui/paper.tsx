import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Finding, isShown, type State } from './findings.ts'
import { Notes } from './notes.tsx'
import type { Check } from './place.ts'
import { Words } from './words.tsx'

type Sheet = Check['sheets'][number]

const LONGEST_TITLE = 30

interface PaperProps {
  sheets: readonly Sheet[]
  findings: readonly Finding[]
  show: State | undefined
  year: number | null
}

/** The text on paper with its marks, notes beside the paragraph they belong to, and a way through them by key. */
export function Paper({ sheets, findings, show, year }: PaperProps) {
  const place = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<number>()
  const way = useMemo(() => wayThrough(sheets, findings, show), [sheets, findings, show])
  const at = chosen === undefined ? -1 : way.indexOf(chosen)
  const go = useCallback(
    (step: 1 | -1) => {
      const next = nextOf(way, chosen, step)
      if (next === undefined) return
      setChosen(next)
      const spot = place.current?.querySelector<HTMLElement>(`[data-findings~="${next}"]`)
      spot?.focus()
      spot?.scrollIntoView({ block: 'center' })
    },
    [way, chosen],
  )
  useKeys(go)
  const head = sheets.findIndex(({ level }) => level > 0)
  return (
    <div ref={place} className="check-paper">
      <Way at={at} count={way.length} isAll={show === undefined} onGo={go} />
      {sheets.map((sheet, line) => (
        <Row
          key={`${sheet.line}:${sheet.marks[0]?.finding ?? ''}`}
          sheet={sheet}
          isTitle={line < head && sheet.text.length <= LONGEST_TITLE && !/[。；！？]$/.test(sheet.text)}
          findings={findings}
          show={show}
          year={year}
          chosen={at >= 0 && sheet.marks.some(({ finding }) => finding === chosen) ? chosen : undefined}
          onChoose={setChosen}
        />
      ))}
    </div>
  )
}

interface WayProps {
  /** Which of them is looked at; -1 for none. */
  at: number
  count: number
  isAll: boolean
  onGo: (step: 1 | -1) => void
}

function Way({ at, count, isAll, onGo }: WayProps) {
  const none = isAll ? '没有要看的地方' : '没有这一类'
  const some = `${at < 0 ? '' : `第 ${at + 1} 处，`}共 ${count} 处`
  const steps = [
    { step: -1, words: '上一处', key: 'P' },
    { step: 1, words: '下一处', key: 'N' },
  ] as const
  return (
    <div className="check-way">
      <span className="nf-soft" role="status">
        {count === 0 ? none : some}
      </span>
      {steps.map(({ step, words, key }) => (
        <button
          key={key}
          type="button"
          className="nf-link"
          aria-keyshortcuts={key}
          disabled={count === 0}
          onClick={() => onGo(step)}
        >
          {words}
          <Key>{key}</Key>
        </button>
      ))}
    </div>
  )
}

/** Where there is a keyboard. */
const Key = ({ children }: { children: string }) => <span className="check-key">（{children}）</span>

interface RowProps extends Omit<PaperProps, 'sheets'> {
  sheet: Sheet
  /** Stands above the first heading, is short and no sentence. */
  isTitle: boolean
  chosen: number | undefined
  onChoose: (finding: number) => void
}

/** A long report has hundreds: only what is chosen in this paragraph draws it anew. */
const Row = memo(function Row({ sheet, findings, show, year, isTitle, chosen, onChoose }: RowProps) {
  const own = [...new Set(sheet.marks.map(({ finding }) => finding))].flatMap((index) => findings[index] ?? [])
  const notes = own.filter((one) => one.index === chosen || isShown(one, show))
  const look = isTitle ? 'check-title' : sheet.text.includes('\t') ? 'check-columns' : `check-level-${sheet.level}`
  return (
    <div className="check-row">
      <p className={`check-words ${look}`}>
        <Words sheet={sheet} findings={findings} show={show} chosen={chosen} onChoose={onChoose} />
      </p>
      <Notes notes={notes} isBrief={show === undefined} year={year} chosen={chosen} onChoose={onChoose} />
    </div>
  )
})

/** The findings that are to be looked at, in the order of the text. */
function wayThrough(sheets: readonly Sheet[], findings: readonly Finding[], show: State | undefined): number[] {
  const order = [...new Set(sheets.flatMap(({ marks }) => marks.map(({ finding }) => finding)))]
  return order.filter((index) => show === undefined || findings[index]?.state === show)
}

function nextOf(way: readonly number[], chosen: number | undefined, step: 1 | -1): number | undefined {
  const at = chosen === undefined ? -1 : way.indexOf(chosen)
  if (at < 0) return step === 1 ? way[0] : way.at(-1)
  return way[(at + step + way.length) % way.length]
}

/** N and P lead on and back wherever nobody is typing. */
function useKeys(go: (step: 1 | -1) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'n' || key === 'p') go(key === 'n' ? 1 : -1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [go])
}
