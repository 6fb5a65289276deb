import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import type { Token } from './document.ts'
import { useWords } from './words.tsx'

/** A figure in the text: its live words, never editable, taken or deleted as a whole. */
export function TokenView({ node, selected }: ReactNodeViewProps) {
  const { text, title, state } = useWords()(node.attrs as Token)
  const looks = ['report-token', `report-token-${state}`, selected ? 'report-token-chosen' : '']
  return (
    <NodeViewWrapper as="span" className={looks.join(' ').trim()} title={title} data-code={node.attrs.code}>
      {text}
    </NodeViewWrapper>
  )
}
