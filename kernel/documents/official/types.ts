/** A stretch of text; `annex` names the annex entry (`AnnexEntry.key`) that defines the figure in it and is linked from it. */
export type OfficialRun = { readonly text: string; readonly annex?: string }

/**
 * One paragraph of the text. Level 0 is body text; 1 to 4 are the headings 一、（一） 1.（1）, whose numbers the writer counts and sets:
 * the text carries none. Levels 3 and 4 may hold a whole paragraph.
 */
export type OfficialBlock = { readonly level: 0 | 1 | 2 | 3 | 4; readonly runs: readonly OfficialRun[] }

/** What stands behind one figure: a name, and pairs of label and text (口径, 计数, 截至日期 …). `key` is unique over all annexes. */
export type AnnexEntry = {
  readonly key: string
  readonly heading: string
  readonly rows: readonly (readonly [label: string, text: string])[]
}

/** A list of entries that starts on a page of its own after the text. */
export type OfficialAnnex = { readonly title: string; readonly entries: readonly AnnexEntry[] }

/** A document of GB/T 9704-2012. Days are 'YYYY-MM-DD', instants ISO strings in UTC. */
export type OfficialDocument = {
  readonly title: string
  /** The title broken by sense; together the same characters as `title`. Broken between words into equal lines where it is not given. */
  readonly titleLines?: readonly string[]
  /** A word under the title, without its brackets: 草稿. */
  readonly note?: string
  /** 发文字号: 龙工〔2024〕1号. */
  readonly number?: string
  /** 主送机关, without the colon. */
  readonly addressee?: string
  readonly blocks: readonly OfficialBlock[]
  readonly annexes: readonly OfficialAnnex[]
  /** 发文机关署名. */
  readonly issuer?: string
  /** 成文日期, a day. */
  readonly issuedOn?: string
  /** What the text can be checked against later; small, at the end of the file, and in its properties. */
  readonly fingerprint?: string
  /** The instant the file says it was made at; the day of issue (or 1980-01-01) where nothing is given. Same document, same bytes. */
  readonly stampedAt?: string
}

/** A remark on the characters `from` (inclusive) to `to` (exclusive) of a paragraph, counted in UTF-16 units; ranges may overlap. */
export type TextComment = {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Who remarks; 数据核验 where nobody is named. */
  readonly author?: string
}

export type CommentedParagraph = { readonly text: string; readonly comments: readonly TextComment[] }

/** Somebody's text, kept as it is, with remarks in the margin. `stampedAt` is the instant of the remarks. */
export type CommentedDocument = {
  readonly title: string
  readonly paragraphs: readonly CommentedParagraph[]
  readonly stampedAt: string
}
