import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import type { Block, Form } from '../../rules/body.ts'
import { tidy } from '../../rules/tidy.ts'
import { fromEditor, inParagraphs, type Token, toEditor } from './document.ts'
import { extensionsWith } from './schema.ts'
import { Toolbar } from './toolbar.tsx'
import { useWords } from './words.tsx'

interface ReportEditorProps {
  /** The text to begin from; later changes of it are not taken in. */
  start: readonly Block[]
  onChange: (body: Block[]) => void
  /** The token the caret is at. */
  onToken: (token: Token | undefined) => void
  /** Opens the list of what can be put in. */
  onInsert: () => void
  /** Hands the editor to whoever puts tokens in. */
  onReady: (editor: Editor) => void
}

/** Free text with figures in it. Headings number themselves. */
export function ReportEditor({ start, onChange, onToken, onInsert, onReady }: ReportEditorProps) {
  const words = useWords()
  const say = useRef(words)
  say.current = words
  const [{ content, extensions }] = useState(() => ({
    content: toEditor(start),
    extensions: extensionsWith((token) => tidy(say.current(token).text)),
  }))
  const editor = useEditor({
    extensions,
    content,
    editorProps: {
      transformPastedHTML: inParagraphs,
      attributes: { class: 'report-text', 'aria-label': '报告正文', role: 'textbox', 'aria-multiline': 'true' },
      handleKeyDown: (_view, event) => {
        if (event.key !== '/' || !(event.ctrlKey || event.metaKey)) return false
        onInsert()
        return true
      },
    },
    onUpdate: ({ editor: changed }) => onChange(fromEditor(changed.getJSON())),
  })
  const token = useEditorState({ editor, selector: ({ editor: now }) => tokenAt(now) })
  const { kind, code, form } = token ?? {}
  useEffect(() => {
    onToken(kind && code && form ? { kind, code, form } : undefined)
  }, [kind, code, form, onToken])
  useEffect(() => onReady(editor), [editor, onReady])
  return (
    <>
      <Toolbar editor={editor} onInsert={onInsert} />
      <EditorContent editor={editor} />
    </>
  )
}

/** The token that is chosen, or that the caret stands right behind or before. */
function tokenAt(editor: Editor): Token | undefined {
  const { selection } = editor.state
  const chosen = 'node' in selection ? (selection.node as { type: { name: string }; attrs: object }) : undefined
  const near = [chosen, selection.$from.nodeBefore, selection.$from.nodeAfter]
  return near.find((node) => node?.type.name === 'token')?.attrs as Token | undefined
}

/** Puts a token where the caret is, and the caret behind it. */
export const insertToken = (editor: Editor, token: Token): boolean =>
  editor.chain().focus().insertContent({ type: 'token', attrs: token }).run()

/** Changes how the token at the caret is told. */
export function retell(editor: Editor, form: Form): void {
  const { selection, doc } = editor.state
  const at = [selection.from, selection.from - 1].find((pos) => pos >= 0 && doc.nodeAt(pos)?.type.name === 'token')
  if (at === undefined) return
  editor.chain().setNodeSelection(at).updateAttributes('token', { form }).run()
}
