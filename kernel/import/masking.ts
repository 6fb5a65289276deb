/** Seven digits and more in a row may be somebody's number: of them the first three and the last two are shown. Days stay readable. */
export const maskCell = (cell: string): string =>
  /^\d{4}[-/.年]|^(19|20)\d{2}[01]\d[0-3]\d$/.test(cell)
    ? cell
    : cell.replace(
        /[0-9０-９]{7,}[Xx]?/g,
        (digits) => `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`,
      )
