import { useEffect, useRef } from 'react'
import { Link } from '../../../kit/index.ts'
import type { Finding } from './findings.ts'
import { figureHref } from './place.ts'

interface NotesProps {
  notes: readonly Finding[]
  /** Only what differs says all it has to say; the others when they are chosen. */
  isBrief: boolean
  year: number | null
  chosen: number | undefined
  onChoose: (finding: number) => void
}

/** What is to be said about a paragraph, beside it; below it on a phone. */
export function Notes({ notes, isBrief, year, chosen, onChoose }: NotesProps) {
  if (notes.length === 0) return null
  return (
    <ul className="check-notes">
      {notes.map((note) => (
        <Note
          key={note.index}
          note={note}
          year={year}
          isChosen={note.index === chosen}
          isFull={!isBrief || note.index === chosen || note.state === 'differs'}
          onChoose={onChoose}
        />
      ))}
    </ul>
  )
}

interface NoteProps extends Pick<NotesProps, 'year' | 'onChoose'> {
  note: Finding
  isChosen: boolean
  isFull: boolean
}

function Note({ note, year, isChosen, isFull, onChoose }: NoteProps) {
  const own = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) own.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const { index, state, quote, head, words, figure } = note
  return (
    <li
      ref={own}
      id={`note-${index}`}
      className={`check-note check-note-${state}`}
      aria-current={isChosen || undefined}
    >
      <button type="button" className="check-note-head" aria-expanded={isFull} onClick={() => onChoose(index)}>
        <b>{quote}</b> {head}
      </button>
      {isFull && (
        <p>
          {words}
          {figure && (
            <>
              。<Link href={figureHref(figure.code, year)}>看记录</Link>
            </>
          )}
        </p>
      )}
    </li>
  )
}
