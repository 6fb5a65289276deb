import { type Editor, useEditorState } from '@tiptap/react'
import { Button } from '../../../../kit/index.ts'
import type { Level } from '../../rules/body.ts'

const levels: readonly { level: Level; title: string }[] = [
  { level: 0, title: '正文' },
  { level: 1, title: '一、' },
  { level: 2, title: '（一）' },
  { level: 3, title: '1.' },
  { level: 4, title: '（1）' },
]

/** What can be done with the paragraph at the caret; the same by keyboard. */
export function Toolbar({ editor, onInsert }: { editor: Editor; onInsert: () => void }) {
  const now = useEditorState({
    editor,
    selector: ({ editor: e }) => ({
      level: (e.getAttributes('paragraph').level ?? 0) as number,
      canUndo: e.can().undo(),
      canRedo: e.can().redo(),
    }),
  })
  const set = (level: Level) => editor.chain().focus().updateAttributes('paragraph', { level }).run()
  return (
    <div className="report-toolbar" role="toolbar" aria-label="编辑">
      <div className="report-levels">
        {levels.map(({ level, title }) => (
          <button
            key={level}
            type="button"
            aria-pressed={now.level === level}
            aria-label={level === 0 ? '正文' : `第 ${level} 级标题`}
            onClick={() => set(level)}
          >
            {title}
          </button>
        ))}
      </div>
      <button type="button" disabled={!now.canUndo} onClick={() => editor.chain().focus().undo().run()}>
        撤销
      </button>
      <button type="button" disabled={!now.canRedo} onClick={() => editor.chain().focus().redo().run()}>
        重做
      </button>
      <span className="report-toolbar-end">
        <Button onClick={onInsert}>插入数据</Button>
      </span>
    </div>
  )
}
