/** Twentieths of a point in a millimetre: the unit of WordprocessingML. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4)

/** A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm (GB/T 9704-2012, 5.2); in twentieths of a point. */
export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  left: mm(28),
  right: mm(210 - 28 - 156),
  bottom: mm(297 - 37 - 225),
} as const

const textWidth = page.width - page.left - page.right
const textHeight = page.height - page.top - page.bottom

export const LINES = 22
export const CHARACTERS = 28

/** 初号 and the like are names of sizes; the points behind those a document uses. */
export const points = { second: 22, third: 16, fourth: 14, annex: 12, small: 9 } as const

/** Distance from line to line, so that 22 fill a page. */
export const line = Math.floor(textHeight / LINES)

/**
 * What is added to the width of each character so that 28 fit a line; justification gives back the rest. Word's character grid says the same
 * more exactly, but LibreOffice sets 24 to a line with it.
 */
export const spacing = Math.floor(textWidth / CHARACTERS) - points.third * 20

/** Width of a character of body text. */
export const character = points.third * 20 + spacing

/** That many characters of body text, in twentieths of a point. */
export const characters = (count: number): number => count * character

/** Height and place of the page number: the dashes at its middle stand 7 mm below the 版心 (7.5). */
export const footer = { line: points.fourth * 20, fromEdge: page.bottom - mm(7) - points.fourth * 10 } as const

/** Width of a text in characters of body text: Latin letters and digits are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0)

export const textBlock = { width: textWidth, height: textHeight } as const
