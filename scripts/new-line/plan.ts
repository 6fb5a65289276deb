import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Chapter, chapters } from '../../kernel/line.ts'
import { initialsOf } from '../../kernel/search/initials.ts'

/** What a new line is called, in every form its files need. */
export type Plan = {
  slug: string
  title: string
  chapter: Chapter
  /** Name of the table: the slug with underscores. */
  table: string
  /** Name in TypeScript: the slug in camel case. */
  identifier: string
  /** What its numbers begin with. */
  series: string
  /** Pinyin initials of the title, so that it is found without the input method. */
  initials: string
  /** `20261122`, the date of its first migration. */
  date: string
}

export const usage = `npm run new:line NAME -- --title 中文 --chapter ${Object.keys(chapters).join('|')} [--series XX]`

/**
 * Reads the command line. @param taken slugs and identifiers that are in use @param day the day of its first migration
 * @throws Error saying what is wrong
 */
export function readPlan(root: string, args: readonly string[], taken: readonly string[], day: string): Plan {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { title: text, chapter: text, series: text },
    allowPositionals: true,
  })
  const [slug = '', ...more] = positionals
  const { title = '', chapter = '' } = values
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug) || more.length > 0)
    throw new Error('the name is one English word or several with dashes: star-rating')
  if (!/\p{Script=Han}/u.test(title) || /['"`{}|\\\n]/.test(title))
    throw new Error('--title is what the union calls it, in Chinese')
  if (!Object.hasOwn(chapters, chapter)) throw new Error(`--chapter is one of ${Object.keys(chapters).join(', ')}`)
  const identifier = slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  if (taken.includes(slug) || taken.includes(identifier) || existsSync(join(root, 'business', slug)))
    throw new Error(`${slug} is taken`)
  const initials = initialsOf(title)
  const series = (values.series ?? initials).toUpperCase()
  if (!/^[A-Z]{2,6}$/.test(series)) throw new Error('--series is what numbers begin with: two to six letters')
  return {
    slug,
    title,
    chapter: chapter as Chapter,
    table: slug.replaceAll('-', '_'),
    identifier,
    series,
    initials,
    date: day.replaceAll('-', ''),
  }
}
