/** A cell as it is read: half width, without invisible marks and the apostrophe that keeps a number a text, blanks single. */
export const tidyCell = (raw: string): string => (isTidy.test(raw) ? raw : tidied(raw))

// Nearly every cell is so already, and a look is cheaper than the cleaning.
const isTidy = /^[\u4e00-\u9fffA-Za-z0-9.,/\-()·]*$/

const tidied = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/\p{Cf}|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+/, '')
    .trim()

const errorValues = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i

/** What a spreadsheet shows when a formula went wrong: #N/A. */
export const isErrorValue = (cell: string): boolean => errorValues.test(cell)

/** The formula itself instead of its value, as it stands in a text column: =A2&B2. */
export const isFormula = (cell: string): boolean => /^=\s*[A-Za-z$('"\d]/.test(cell)

/** What people write where nothing is to be said. */
export const isNothing = (cell: string): boolean =>
  /^(无|没有|空|不详|未知|未填|暂无|-+|—+|\/+|\\+|null|none|n\/a)$/i.test(cell)

/** Excel writes a long number as 4.40307E+17 and loses its last digits. */
export const isScientific = (cell: string): boolean => /^\d(\.\d+)?E\+?\d{1,2}$/i.test(cell)
