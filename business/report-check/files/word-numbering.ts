import type { XmlHandlers } from '../../../kernel/exchange/xml.ts'

/** One level of a list: `%1` to `%9` in `text` stand for the counts of the levels. */
export type Level = { start: number; format: string; text: string; isGap: boolean; style?: string }
/** By which list and on which level of it a paragraph is numbered, as far as it is told. */
export type Numbered = { list?: string; level?: number }
type Style = Numbered & { basedOn?: string }
type List = { kind: string; starts: Map<number, number> }

/** What `word/numbering.xml` and `word/styles.xml` say of automatic numbers (ECMA-376-1, 17.9). */
export type Numbering = {
  kinds: Map<string, Map<number, Level>>
  lists: Map<string, List>
  styles: Map<string, Style>
}

export const noNumbering = (): Numbering => ({ kinds: new Map(), lists: new Map(), styles: new Map() })

/** An attribute by its name without prefix: some programs write `w:val`, others `val`. */
export const attribute = (attributes: Readonly<Record<string, string>>, name: string): string =>
  attributes[`w:${name}`] ?? attributes[name] ?? ''

/** A list has nine levels (17.9.3). */
const isLevel = (at: number): boolean => Number.isInteger(at) && at >= 0 && at < 9
// A mark is short; what is longer would only fill the memory, again at every paragraph.
const LONGEST = 40

/** Gathers the kinds of lists with their levels, and the lists made of them. */
export function numberingReader({ kinds, lists }: Numbering): XmlHandlers {
  let levels: Map<number, Level> | undefined
  let level: Level | undefined
  let list: List | undefined
  let overridden = 0
  return {
    open(name, attributes) {
      const value = attribute(attributes, 'val')
      const at = Number(attribute(attributes, 'ilvl'))
      if (name === 'abstractNum') {
        levels = new Map()
        kinds.set(attribute(attributes, 'abstractNumId'), levels)
      } else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '', isGap: true }
        // A level told anew inside a list is that list's alone, which reports do not use.
        if (!list && isLevel(at)) levels?.set(at, level)
      } else if (name === 'num') {
        list = { kind: '', starts: new Map() }
        lists.set(attribute(attributes, 'numId'), list)
      } else if (name === 'abstractNumId' && list) list.kind = value
      else if (name === 'lvlOverride') overridden = at
      else if (name === 'startOverride' && isLevel(overridden)) list?.starts.set(overridden, Number(value))
      else if (level) tellLevel(level, name, value)
    },
    close(name) {
      if (name === 'lvl') level = undefined
      else if (name === 'num') list = undefined
    },
  }
}

function tellLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value)
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value.slice(0, LONGEST)
  else if (name === 'suff') level.isGap = value !== 'nothing'
  else if (name === 'pStyle') level.style = value
}

/** Gathers which styles number their paragraphs. */
export function stylesReader({ styles }: Numbering): XmlHandlers {
  let style: Style = {}
  return {
    open(name, attributes) {
      const value = attribute(attributes, 'val')
      if (name === 'style') {
        style = {}
        styles.set(attribute(attributes, 'styleId'), style)
      } else if (name === 'basedOn') style.basedOn = value
      else if (name === 'numId') style.list = value
      else if (name === 'ilvl') style.level = Number(value)
    },
  }
}
