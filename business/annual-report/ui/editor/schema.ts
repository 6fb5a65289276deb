import { Extension, mergeAttributes, Node } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { UndoRedo } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { numbersOf, printed } from '../../rules/body.ts'
import { fromEditor } from './document.ts'
import { TokenView } from './token-view.tsx'

/** One kind of paragraph with a level: headings carry no number of their own. A new line is text again. */
const Leveled = Paragraph.extend({
  addAttributes: () => ({
    level: {
      default: 0,
      keepOnSplit: false,
      parseHTML: (element) => Number(element.dataset.level ?? 0),
      renderHTML: ({ level }) => ({ 'data-level': level }),
    },
  }),
  parseHTML: () => [{ tag: 'p' }, ...[1, 2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } }))],
})

/** A figure or a target: one thing, whatever its words. */
const Token = Node.create({
  name: 'token',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    kind: attribute('kind', 'figure'),
    code: attribute('code', ''),
    form: attribute('form', 'worded'),
  }),
  parseHTML: () => [{ tag: 'span[data-token-code]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(TokenView),
})

const attribute = (name: string, start: string) => ({
  default: start,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-token-${name}`) ?? start,
  renderHTML: (values: Record<string, unknown>) => ({ [`data-token-${name}`]: values[name] }),
})

/** The numbers of the headings as they will be printed, and which ones will not be. */
const Numbers = Extension.create({
  name: 'numbers',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc }) {
          const body = fromEditor(doc.toJSON())
          const [numbers, shown] = [numbersOf(body), printed(body)]
          const marks: Decoration[] = []
          doc.forEach((node, offset, i) => {
            if (body[i]?.level === 0) return
            const attributes = { 'data-number': numbers[i] ?? '', ...(shown[i] ? {} : { class: 'report-unprinted' }) }
            marks.push(Decoration.node(offset, offset + node.nodeSize, attributes))
          })
          return DecorationSet.create(doc, marks)
        },
      },
    }),
  ],
})

export const extensions = [Document, Leveled, Text, Token, UndoRedo, Numbers]
