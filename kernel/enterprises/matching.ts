import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from '../db/schema.gen.ts'
import { startsWith } from '../search/prefix.ts'
import { isInitials, tidyText, wordsOf } from '../search/words.ts'
import { searchNameOf } from './name.ts'

type Joined = Schema & { e: Schema['enterprises'] }

/** A word as it is compared with the names: without the city and the legal form, unless nothing is left. */
const bare = (word: string) => searchNameOf(word) || word
const inName = (word: string) => sql<SqlBool>`strpos(e.search_name, ${bare(word)}) > 0`

/** Firms of the places whose name, or whose street's name, holds the word. The places are read once, not for every firm. */
const inPlace = (word: string, federationId: string) => sql<SqlBool>`e.org_path = any (array(
  select p.path from orgs p left join orgs s on s.federation_id = p.federation_id and s.id = p.parent_id
  where p.federation_id = ${federationId} and p.kind in ('street', 'community') and strpos(concat(s.name, ' ', p.name), ${word}) > 0))`

/**
 * How a firm is looked for: every word is in its name, or some are and the others name its street or community; or the text is its credit code, or the
 * beginning of its initials. @returns the condition and the order, best first; for enterprises under the alias e
 */
export function matches(text: string, federationId: string) {
  const words = wordsOf(text)
  const typed = tidyText(text)
  const isMatch = (eb: ExpressionBuilder<Joined, 'e'>): Expression<SqlBool> => {
    const named: Expression<SqlBool>[] =
      words.length === 1
        ? words.map(inName)
        : [eb.or(words.map(inName)), ...words.map((word) => eb.or([inName(word), inPlace(word, federationId)]))]
    const ways: Expression<SqlBool>[] = [eb.and(named)]
    if (/^[0-9a-z]{18}$/i.test(typed)) ways.push(eb('e.credit_code', '=', typed.toUpperCase()))
    if (isInitials(typed)) ways.push(startsWith(eb.ref('e.initials'), typed.toLowerCase()))
    return eb.or(ways)
  }
  const order = sql`strpos(e.search_name, ${bare(words[0] ?? '')}) <> 1, length(e.search_name), e.id`
  return { isMatch, order }
}
