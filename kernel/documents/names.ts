const MOST = 80
const LONGEST = 600
// Control and format characters (also those that turn the direction of writing: "gpj.exe" shown as "exe.jpg") and what Windows forbids in a name.
const UNFIT = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu
const RESERVED = /[<>:"|?*]/g

/**
 * A file name as it may be kept and given out: the last part of a path, in composed form, without control characters, at most 80 characters.
 * @returns the stem (never empty) and the ending in lower case, '' when there is none
 */
export function splitName(raw: string): { stem: string; extension: string } {
  const last = raw.split(/[/\\]/).at(-1) ?? ''
  // A header may carry tens of thousands of characters; the expressions below are for names.
  const near = last.length > LONGEST ? last.slice(0, LONGEST / 2) + last.slice(-LONGEST / 2) : last
  const plain = near.toWellFormed().normalize('NFC').replace(UNFIT, '').replace(RESERVED, '_').replace(/\s+/gu, ' ')
  const bare = plain.replace(/^[.\s]+|[.\s]+$/gu, '')
  // An ending has a letter: the ".0" of "报告v1.0" is none.
  const [, stem = bare, ending = ''] = /^(.+)\.((?=.*[a-z])[a-z0-9]{1,10})$/iu.exec(bare) ?? []
  const short = [...stem]
    .slice(0, MOST - ending.length - 1)
    .join('')
    .trim()
  return { stem: short || '未命名', extension: ending.toLowerCase() }
}

const EXTENDED = /['()*!]/g
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * The value of Content-Disposition for a name in any script (RFC 6266, RFC 8187; it replaced RFC 5987): a plain fallback and the name itself in UTF-8.
 * @param isInline shown in the page instead of saved
 */
export function dispositionOf(name: string, isInline = false): string {
  const { extension } = splitName(name)
  const encoded = encodeURIComponent(name.toWellFormed()).replace(EXTENDED, percent)
  const fallback = extension ? `document.${extension}` : 'document'
  return `${isInline ? 'inline' : 'attachment'}; filename="${fallback}"; filename*=UTF-8''${encoded}`
}
