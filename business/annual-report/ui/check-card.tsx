import type { Editor } from '@tiptap/react'
import { useMemo } from 'react'
import { useToday } from '../../../kit/api/index.ts'
import { Card, Tag } from '../../../kit/index.ts'
import type { Block } from '../rules/body.ts'
import { check, kinds, type Remark } from '../rules/check.ts'
import type { Say } from '../rules/print.ts'
import { tokenOf } from './editor/document.ts'
import { keyed } from './keyed.ts'
import type { Report } from './place.ts'
import type { Live } from './use-live.ts'

interface CheckCardProps {
  body: readonly Block[]
  live: Live
  report: Report
  editor: Editor | undefined
  onClose: () => void
}

/** What a careful reader would point out; pressing one goes to its paragraph. */
export function CheckCard({ body, live, report, editor, onClose }: CheckCardProps) {
  const today = useToday()
  const remarks = useMemo(() => {
    const say: Say = (part) => ({ text: live.say(tokenOf(part)).text })
    return check(body, { figures: live.figures, today, year: report.year, say })
  }, [body, live, today, report.year])
  return (
    <Card
      title="核对文字"
      edge={remarks.length > 0 ? 'honey' : 'green'}
      sub={remarks.length > 0 ? `${remarks.length} 处请留意，改不改由您定` : '没有发现问题'}
      actions={
        <button type="button" className="nf-link" onClick={onClose}>
          收起
        </button>
      }
    >
      <ul className="report-remarks">
        {keyed(remarks, ({ block, kind, quote }) => `${block}:${kind}:${quote}`).map(({ key, item: remark }) => (
          <li key={key}>
            <Tag tone="honey">{kinds[remark.kind]}</Tag>
            <button type="button" className="nf-link" onClick={() => goTo(editor, remark)}>
              {remark.quote}
            </button>
            <span className="nf-soft">{remark.advice}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function goTo(editor: Editor | undefined, { block }: Remark): void {
  if (!editor) return
  let at = 1
  editor.state.doc.forEach((_node, offset, i) => {
    if (i === block) at = offset + 1
  })
  editor.chain().focus(at).scrollIntoView().run()
}
