import { getDocumentProxy } from 'unpdf'

/** One line of a page: where its first letter starts and its last ends, how far its foot is from the top of the page, all in millimetres. */
export type Line = { text: string; left: number; right: number; foot: number }
export type PdfPage = { width: number; height: number; lines: Line[] }

const mm = (points: number): number => (points * 25.4) / 72

type Piece = { str: string; transform: number[]; width: number }

/** The pages of a PDF by the places of their letters, for tests. */
export async function pagesOf(pdf: Buffer): Promise<PdfPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1)
  return await Promise.all(
    numbers.map(async (number) => {
      const page = await document.getPage(number)
      const [, , width = 0, height = 0] = page.view
      const { items } = await page.getTextContent()
      const pieces = items.filter((item): item is typeof item & Piece => 'str' in item && item.str.trim() !== '')
      return { width: mm(width), height: mm(height), lines: linesOf(pieces, height) }
    }),
  )
}

function linesOf(pieces: readonly Piece[], height: number): Line[] {
  const lines = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const foot = piece.transform[5] ?? 0
    const near = [...lines.keys()].find((one) => Math.abs(one - foot) < 3) ?? foot
    lines.set(near, [...(lines.get(near) ?? []), piece])
  }
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([foot, inLine]) => {
      const sorted = inLine.toSorted((a, b) => startOf(a) - startOf(b))
      return {
        text: sorted.map(({ str }) => str).join(''),
        left: mm(Math.min(...sorted.map(startOf))),
        right: mm(Math.max(...sorted.map((piece) => startOf(piece) + piece.width))),
        foot: mm(height - foot),
      }
    })
}

const startOf = ({ transform }: Piece): number => transform[4] ?? 0
