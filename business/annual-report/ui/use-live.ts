import { useMemo, useRef } from 'react'
import { type ReadState, useRead } from '../../../kit/api/index.ts'
import { type Block, figuresIn } from '../rules/body.ts'
import { figureWords, targetWords } from '../rules/wording.ts'
import type { Token } from './editor/document.ts'
import type { Said, SayToken } from './editor/words.tsx'
import { type Report, type Tokens, type Total, useFigures, useReports } from './place.ts'

export interface Live {
  figures: ReadonlyMap<string, Total>
  tokens: Tokens | undefined
  say: SayToken
  state: ReadState
  retry: () => void
}

/** So many are asked for by name; beyond that all there are. */
const MOST_NAMED = 100

/** The figures of a text as they stand now, in one reading; a figure put in meanwhile is read with all others, and the old words stay until then. */
export function useLive(report: Pick<Report, 'id' | 'orgPath' | 'year'>, body: readonly Block[]): Live {
  const known = useRef<readonly string[]>([])
  const inText = figuresIn(body)
  if (inText.some((code) => !known.current.includes(code)))
    known.current = [...new Set([...known.current, ...inText])].toSorted()
  const codes = known.current
  const place = { period: String(report.year), orgPath: report.orgPath }
  const asked = codes.length > MOST_NAMED ? place : { ...place, codes: [...codes] }
  const read = useRead(useFigures().list, asked, { enabled: codes.length > 0 })
  const tokens = useRead(useReports().tokens, { id: report.id }).data
  const last = useRef(read.data)
  if (read.data) last.current = read.data
  const totals = last.current
  return useMemo(() => {
    const figures = new Map((totals ?? []).map((total) => [total.code, total]))
    const state = codes.length === 0 ? 'ready' : read.state
    return { figures, tokens, state, retry: read.retry, say: sayWith(figures, tokens, state === 'loading') }
  }, [totals, tokens, codes.length, read.state, read.retry])
}

const sayWith =
  (figures: ReadonlyMap<string, Total>, tokens: Tokens | undefined, isLoading: boolean): SayToken =>
  (token) =>
    token.kind === 'target' ? sayTarget(token, tokens) : sayFigure(token, figures, tokens, isLoading)

function sayFigure(
  token: Token,
  figures: ReadonlyMap<string, Total>,
  tokens: Tokens | undefined,
  isLoading: boolean,
): Said {
  const total = figures.get(token.code)
  const plate = tokens?.figures.find(({ code }) => code === token.code)
  const title = total?.title ?? plate?.title ?? '这项数据'
  if (!total)
    return isLoading ? { text: '…', title, state: 'loading' } : { text: `〔${title}〕`, title, state: 'untold' }
  const text = figureWords(total, token.form, plate?.wording)
  return text === null ? { text: '〔没有值〕', title, state: 'untold' } : { text, title, state: 'ready' }
}

function sayTarget({ code }: Token, tokens: Tokens | undefined): Said {
  if (!tokens) return { text: '…', title: '', state: 'loading' }
  const target = tokens.targets.find((one) => one.code === code)
  const text = target ? targetWords(target) : null
  return text === null
    ? { text: '〔没有目标〕', title: target?.title ?? code, state: 'untold' }
    : { text, title: `${target?.title}的目标`, state: 'ready' }
}
