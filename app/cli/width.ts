/** How many columns a text takes on a terminal: Chinese letters take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(letter)
        ? 2
        : 1),
    0,
  )

/** Rows in columns that stand under each other. @param right the columns that stand at the right */
export function columnsOf(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, widthOf(cell))), [])
  const cellOf = (cell: string, at: number) => {
    const blank = ' '.repeat((widths[at] ?? 0) - widthOf(cell))
    return right.includes(at) ? blank + cell : cell + blank
  }
  return rows.map((row) => row.map(cellOf).join('  ').trimEnd()).join('\n')
}
