/** A piece of a page's text where it stands: points from the lower left corner, `size` the height of its letters, `angle` its slope in degrees, -180 to 180. */
export type Piece = { text: string; x: number; y: number; width: number; size: number; angle: number }

type Line = { y: number; size: number; pieces: Piece[] }

/** Pieces whose feet differ by less than this share of their height stand on one line: digits and small letters sit a little off. */
const SAME_LINE = 0.5
/** A gap wider than this share of a letter is a space somebody typed; narrower ones are the setting of Latin beside Chinese. */
const SPACE = 0.7

/** Text that lies more aslant than this, in degrees, is a watermark. */
const ASLANT = 15

/**
 * The lines of a page from top to bottom, each from left to right; a first line set in by two letters keeps that indent as two full spaces. What is
 * turned by a quarter, a wide table say, is read for itself after what stands upright.
 */
export function linesOfPage(pieces: readonly Piece[]): string[] {
  const turned: Piece[][] = [[], [], [], []]
  for (const piece of pieces) {
    const quarter = Math.round(piece.angle / 90)
    if (piece.text.trim() === '' || Math.abs(piece.angle - quarter * 90) > ASLANT) continue
    const turns = (quarter + 4) % 4
    turned[turns]?.push(upright(piece, turns))
  }
  return turned.flatMap(linesUpright)
}

/** The piece as it stands when the page is turned so that its text runs from left to right. */
function upright(piece: Piece, quarters: number): Piece {
  const { x, y } = piece
  const places = [
    { x, y },
    { x: y, y: -x },
    { x: -x, y: -y },
    { x: -y, y: x },
  ]
  return { ...piece, ...places[quarters] }
}

function linesUpright(pieces: readonly Piece[]): string[] {
  const lines = gather(pieces)
  const left = lines.reduce(
    (least, { pieces: [first] }) => Math.min(least, first?.x ?? least),
    Number.POSITIVE_INFINITY,
  )
  return lines.map((line) => indentOf(line, left) + textOf(line))
}

function gather(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1)
    if (line && Math.abs(line.y - piece.y) <= SAME_LINE * Math.max(line.size, piece.size)) {
      line.pieces.push(piece)
      line.size = Math.max(line.size, piece.size)
    } else lines.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  for (const line of lines) line.pieces.sort((a, b) => a.x - b.x)
  return lines
}

function textOf({ pieces, size }: Line): string {
  let text = ''
  let end: number | undefined
  const foot = pieces.find((piece) => piece.size === size)?.y ?? 0
  for (const piece of pieces) {
    if (isNoteMark(piece, { size, foot }, text)) continue
    const isApart =
      end !== undefined && piece.x - end > SPACE * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text)
    text += (isApart ? ' ' : '') + piece.text
    end = piece.x + piece.width
  }
  return text.trimEnd()
}

/** The small raised number of a footnote would run into the figure before it; after a Latin letter it belongs to a unit (m²). */
const isNoteMark = (piece: Piece, line: { size: number; foot: number }, before: string): boolean =>
  piece.size < line.size * 0.75 &&
  piece.y > line.foot + line.size * 0.2 &&
  /^\s*\d{1,2}\s*$/.test(piece.text) &&
  !/[A-Za-z]$/.test(before)

function indentOf({ pieces: [first] }: Line, left: number): string {
  if (!first || first.size === 0) return ''
  const letters = (first.x - left) / first.size
  return letters > 1.5 && letters < 2.6 ? '　　' : ''
}
