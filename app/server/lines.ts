import { line as appeals } from '../../business/appeals/line.ts'
import { line as audit } from '../../kernel/audit/line.ts'
import { line as enterprises } from '../../kernel/enterprises/line.ts'
import { line as figures } from '../../kernel/indicators/line.ts'
import type { Line } from '../../kernel/line.ts'
import { line as notices } from '../../kernel/notify/line.ts'
import { line as orgs } from '../../kernel/org/line.ts'
import { line as parameters } from '../../kernel/parameters/line.ts'
import { line as people } from '../../kernel/people/line.ts'
import { line as search } from '../../kernel/search/line.ts'
import { line as todo } from '../../kernel/todo/line.ts'

/** The business lines, in the order of the report. A new line is one folder plus one entry here and in each shell. */
export const business: readonly Line[] = [appeals]

/** What the kernel itself offers over the same door. */
export const registries: readonly Line[] = [
  todo,
  figures,
  notices,
  orgs,
  people,
  enterprises,
  search,
  parameters,
  audit,
]

export const lines: readonly Line[] = [...business, ...registries]
