import { Extension, mergeAttributes, Node } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { UndoRedo } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { levels, numbersOf, Part, printed } from '../../rules/body.ts'
import { fromEditor, type Token as TokenAt } from './document.ts'
import { TokenView } from './token-view.tsx'

/** One kind of paragraph with a level: headings carry no number of their own. A new line is text again. */
const Leveled = Paragraph.extend({
  addAttributes: () => ({
    level: {
      default: 0,
      keepOnSplit: false,
      // What is pasted may say anything; of a heading of another program its rule below knows the level.
      parseHTML: (element) => levels.find((level) => String(level) === element.dataset.level),
      renderHTML: ({ level }) => ({ 'data-level': level }),
    },
  }),
  parseHTML: () => [{ tag: 'p' }, ...[1, 2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } }))],
})

/** A figure or a target: one thing, whatever its words. Copied elsewhere it is its words, `say` tells which; what is pasted and is none stays text. */
const Token = Node.create<{ say: (token: TokenAt) => string }>({
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
  addOptions: () => ({ say: () => '' }),
  parseHTML: () => [{ tag: 'span[data-token-code]', getAttrs: (element) => isToken(element.dataset) && null }],
  renderHTML({ HTMLAttributes, node }) {
    return ['span', mergeAttributes(HTMLAttributes), this.options.say(node.attrs as TokenAt)]
  },
  renderText({ node }) {
    return this.options.say(node.attrs as TokenAt)
  },
  addNodeView: () => ReactNodeViewRenderer(TokenView),
})

const isToken = ({ tokenKind, tokenCode, tokenForm }: DOMStringMap): boolean =>
  Part.safeParse(tokenKind === 'target' ? { target: tokenCode } : { figure: tokenCode, form: tokenForm }).success

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

/** @param say the words of a token at this moment */
export const extensionsWith = (say: (token: TokenAt) => string) => [
  Document,
  Leveled,
  Text,
  Token.configure({ say }),
  UndoRedo,
  Numbers,
]
