import { line as annualReport } from '../../business/annual-report/line.ts'
import { line as appeals } from '../../business/appeals/line.ts'
import { line as cleanUp } from '../../business/clean-up/line.ts'
import { line as coverage } from '../../business/coverage/line.ts'
import { line as elections } from '../../business/elections/line.ts'
import { line as federations } from '../../business/federations/line.ts'
import { line as membership } from '../../business/membership/line.ts'
import { line as organising } from '../../business/organising/line.ts'
import { line as overview } from '../../business/overview/line.ts'
import { line as plan } from '../../business/plan/line.ts'
import { line as reportCheck } from '../../business/report-check/line.ts'
import { line as starRating } from '../../business/star-rating/line.ts'
import { line as transfers } from '../../business/transfers/line.ts'
import { line as unions } from '../../business/unions/line.ts'
import { line as audit } from '../../kernel/audit/line.ts'
import { line as enterprises } from '../../kernel/enterprises/line.ts'
import { line as imports } from '../../kernel/import/line.ts'
import { line as figures } from '../../kernel/indicators/line.ts'
import type { Line } from '../../kernel/line.ts'
import { line as notices } from '../../kernel/notify/line.ts'
import { line as orgs } from '../../kernel/org/line.ts'
import { line as parameters } from '../../kernel/parameters/line.ts'
import { line as people } from '../../kernel/people/line.ts'
import { line as search } from '../../kernel/search/line.ts'
import { line as todo } from '../../kernel/todo/line.ts'

/** The business lines, in the order of the report. A new line is one folder plus one entry here and in each shell. */
export const business: readonly Line[] = [
  appeals,
  organising,
  unions,
  elections,
  membership,
  transfers,
  coverage,
  cleanUp,
  starRating,
  federations,
  overview,
  plan,
  annualReport,
  reportCheck,
]

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
  imports,
  audit,
]

export const lines: readonly Line[] = [...business, ...registries]
