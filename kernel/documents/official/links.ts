import { Bookmark, BookmarkEnd, BookmarkStart, InternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import { clean } from './text.ts'
import type { OfficialDocument, OfficialRun } from './types.ts'

/** The ties between the figures of a text and the annex entries that explain them. Names of bookmarks are counted, as keys may hold anything. */
export type Links = {
  /** A run of the text: linked to its entry, and marked where the entry's way back leads. */
  runOf: (run: OfficialRun) => ParagraphChild[]
  /** The heading of an entry inside the bookmark the figures lead to. */
  entryOf: (key: string, children: readonly ParagraphChild[]) => ParagraphChild[]
  /** The way back to the first figure that names the entry; nothing when none does. */
  backOf: (key: string, text: string) => ParagraphChild[]
}

/** @throws Error when two entries share a key, or a figure names an entry that no annex has */
export function linksOf(document: OfficialDocument): Links {
  const keys = document.annexes.flatMap(({ entries }) => entries.map(({ key }) => key))
  const numbers = new Map(keys.map((key, at) => [key, at + 1]))
  if (numbers.size < keys.length) throw new Error('Two entries of the annexes share a key')
  const named = new Set(document.blocks.flatMap(({ runs }) => runs.flatMap(({ annex }) => annex ?? [])))
  for (const key of named) if (!numbers.has(key)) throw new Error(`No annex has an entry “${key}”`)

  const marked = new Set<string>()
  return {
    runOf({ text, annex }) {
      const number = annex === undefined ? undefined : numbers.get(annex)
      if (annex === undefined || number === undefined) return [new TextRun(clean(text))]
      const children = [new TextRun({ text: clean(text), style: 'FigureLink' })]
      const link = new InternalHyperlink({ anchor: `entry_${number}`, children })
      if (marked.has(annex)) return [link]
      marked.add(annex)
      return [bookmark(`figure_${number}`, number * 2, [link])]
    },
    entryOf(key, children) {
      const number = numbers.get(key) ?? 0
      return [bookmark(`entry_${number}`, number * 2 + 1, children)]
    },
    backOf(key, text) {
      return named.has(key)
        ? [new InternalHyperlink({ anchor: `figure_${numbers.get(key)}`, children: [new TextRun(text)] })]
        : []
    },
  }
}

/** A bookmark with an id of ours: docx counts one on for as long as the process lives, and the bytes would differ. */
const bookmark = (name: string, id: number, children: readonly ParagraphChild[]): Bookmark =>
  Object.assign(new Bookmark({ id: name, children }), {
    start: new BookmarkStart(name, id),
    end: new BookmarkEnd(id),
  })
