/** What XML 1.0 cannot hold: control characters, and halves of characters. */
const forbidden = /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** The text as an XML file can carry it; nothing that is seen is lost. */
export const clean = (text: string): string => text.toWellFormed().replace(forbidden, '')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string): string => clean(text).replace(/[&<>"]/g, (one) => entities[one] ?? one)
