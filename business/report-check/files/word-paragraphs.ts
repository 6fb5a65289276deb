/** Paragraphs as they follow one another; those of a table as its rows, the cells parted by tabs, a table within a cell as lines of the cell. */
export function createParagraphs() {
  const done: string[] = []
  const tables: { rows: string[][]; cell: string[] }[] = []
  const put = (lines: readonly string[]) => {
    const into = tables.at(-1)?.cell ?? done
    for (const line of lines) into.push(line)
  }
  return {
    add: (text: string) => put([text]),
    open(name: string) {
      if (name === 'tbl') tables.push({ rows: [], cell: [] })
      else if (name === 'tr') tables.at(-1)?.rows.push([])
    },
    close(name: string) {
      const table = tables.at(-1)
      if (!table) return
      if (name === 'tc') {
        table.rows.at(-1)?.push(table.cell.filter((one) => one.trim() !== '').join('\n'))
        table.cell = []
      } else if (name === 'tbl') {
        tables.pop()
        put(table.rows.map((row) => row.join('\t').trimEnd()))
      }
    },
    text: () => done.join('\n').trimEnd(),
  }
}
