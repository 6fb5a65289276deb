const wide = /[０-９Ａ-Ｚａ-ｚ]/g
const narrow = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)

/** What was typed, as it is compared: full-width letters and digits become half width, blanks single. Chinese punctuation is part of names and stays. */
export const tidyText = (text: string): string => text.trim().replace(/\s+/g, ' ').replace(wide, narrow)

/** The words of a search, at most five: more of them find nothing anyway. */
export const wordsOf = (text: string): string[] => tidyText(text).toLowerCase().split(' ').filter(Boolean).slice(0, 5)

/** Could it be the beginning of pinyin initials? Latin letters only, so that a number is never taken for one. */
export const isInitials = (text: string): boolean => /^[a-z]{2,20}$/i.test(tidyText(text))
