import type { JSONContent } from '@tiptap/core'
import type { Block, Form, Level, Part } from '../../rules/body.ts'

/** The attributes of a token in the text. */
export type Token = { kind: 'figure' | 'target'; code: string; form: Form }

/** A figure or target of the text as the screens know it. */
export const tokenOf = (part: Exclude<Part, { text: string }>): Token =>
  'figure' in part
    ? { kind: 'figure', code: part.figure, form: part.form }
    : { kind: 'target', code: part.target, form: 'worded' }

const nodeOf = (part: Part): JSONContent =>
  'text' in part ? { type: 'text', text: part.text } : { type: 'token', attrs: tokenOf(part) }

/** The text of a report as the editor holds it; it always has a paragraph to write in. */
export const toEditor = (body: readonly Block[]): JSONContent => ({
  type: 'doc',
  content: (body.length > 0 ? body : [{ level: 0 as const, parts: [] }]).map(({ level, parts }) => ({
    type: 'paragraph',
    attrs: { level },
    content: parts.filter((part) => !('text' in part) || part.text !== '').map(nodeOf),
  })),
})

const partOf = ({ type, text, attrs }: JSONContent): Part => {
  const { kind, code, form } = (attrs ?? {}) as Partial<Token>
  if (type !== 'token') return { text: text ?? '' }
  return kind === 'target' ? { target: code ?? '' } : { figure: code ?? '', form: form ?? 'worded' }
}

/** Pasted text in which what a report does not know, a line break or a cell of a table, becomes a paragraph instead of gluing two texts or numbers together. */
export const inParagraphs = (html: string): string =>
  html
    .replace(/<br\b[^>]*>/gi, '</p><p>')
    .replace(/<t[dh]\b[^>]*>/gi, '$&<div>')
    .replace(/<\/t[dh]>/gi, '</div>$&')

/** What the editor holds as the text of a report. */
export const fromEditor = (document: JSONContent): Block[] =>
  (document.content ?? []).map(({ attrs, content = [] }) => ({
    level: ((attrs?.level as number | undefined) ?? 0) as Level,
    parts: content.map(partOf),
  }))
