import { pinyin } from 'pinyin-pro'

const letters = (text: string, surname: 'head' | 'off') =>
  pinyin(text.normalize('NFKC'), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    surname,
    nonZh: 'consecutive',
    v: true,
  })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Pinyin initials of a name that is no person's: 平湖街道总工会 → phjdzgh. Latin letters and digits stay, everything else goes. */
export const initialsOf = (name: string): string => letters(name, 'off')

/** The same for a person, whose family name is read as one: 单雄信 → sxx. */
export const personInitials = (name: string): string => letters(name, 'head')
