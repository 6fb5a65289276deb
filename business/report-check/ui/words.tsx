import { type Finding, gravest, type Piece, piecesOf, type State } from './findings.ts'
import type { Check } from './place.ts'

interface WordsProps {
  sheet: Check['sheets'][number]
  findings: readonly Finding[]
  show: State | undefined
  chosen: number | undefined
  onChoose: (finding: number) => void
}

/** The words of a paragraph; what was found is underlined, each state in its own way. */
export function Words({ sheet, ...rest }: WordsProps) {
  return piecesOf(sheet.text, sheet.marks).map((piece) =>
    piece.findings.length === 0 ? piece.text : <Marked key={piece.from} piece={piece} {...rest} />,
  )
}

/** What a number is found to be gives the ground, a fault of form besides gives the line. */
const looksOf = (found: readonly Finding[]): string[] =>
  [...new Set(found.map(({ state }) => state))].map((state) => `check-mark-${state}`)

const noteId = (finding: number) => `note-${finding}`

function Marked({ piece, findings, show, chosen, onChoose }: Omit<WordsProps, 'sheet'> & { piece: Piece }) {
  const found = piece.findings.flatMap((index) => findings[index] ?? [])
  const asked = show === undefined ? found : found.filter(({ state }) => state === show)
  const first = asked.find(({ state }) => state === gravest(asked)) ?? found[0]
  if (!first) return piece.text
  const isChosen = chosen !== undefined && piece.findings.includes(chosen)
  const look = `check-mark ${looksOf(asked).join(' ')}`
  return (
    <a
      href={`#${noteId(first.index)}`}
      className={asked.length === 0 ? 'check-mark check-mark-quiet' : look}
      data-findings={piece.findings.join(' ')}
      aria-current={isChosen || undefined}
      tabIndex={piece.isFirst && asked.length > 0 ? 0 : -1}
      title={first.head}
      onClick={(event) => {
        event.preventDefault()
        onChoose(first.index)
      }}
    >
      {piece.text}
    </a>
  )
}
