import type { Actor } from '../../kernel/access/actor.ts'
import { isUnder } from '../../kernel/access/permissions.ts'
import { roles } from '../../kernel/access/roles.ts'
import type { Schema } from '../../kernel/db/schema.gen.ts'

/** What row-level security is held against: who may see a row, said once more and independently, in plain words. */
export type Row = Record<string, unknown> & { federation_id: string }
export type Sees = (actor: Actor, row: Row, all: Map<string, Row[]>) => boolean

const hasScope = (actor: Actor) => roles[actor.role].scope === 'subtree' && actor.orgPath !== ''
const inScope = (actor: Actor, path: unknown) => hasScope(actor) && isUnder(String(path), actor.orgPath)
const isMe = (actor: Actor, id: unknown) => actor.personId !== null && id === actor.personId
const matter: Sees = (actor, row) =>
  inScope(actor, row.org_path) ||
  inScope(actor, row.unit_path) ||
  isMe(actor, row.owner_id) ||
  isMe(actor, row.assignee_id)
const cardOf = (all: Map<string, Row[]>, id: unknown) => all.get('cases')?.find((card) => card.id === id)
const ofCard =
  (column: string): Sees =>
  (actor, row, all) => {
    const card = cardOf(all, row[column])
    return card !== undefined && matter(actor, card, all)
  }
const dispute: Sees = (actor, row, all) =>
  inScope(actor, row.org_path) ||
  isMe(actor, row.owner_id) ||
  (all.get('cases') ?? []).some((card) => card.dispute_id === row.id && matter(actor, card, all))
const ofImport: Sees = (actor, row, all) =>
  inScope(actor, all.get('imports')?.find((one) => one.id === row.import_id)?.org_path)
const foundingOf = (all: Map<string, Row[]>, id: unknown) => all.get('organising')?.find((row) => row.id === id)
/** A founding is also seen by those who wished for it. */
const founding: Sees = (actor, row, all) =>
  matter(actor, row, all) ||
  (all.get('founding_wishes') ?? []).some((wish) => wish.founding_id === row.id && isMe(actor, wish.person_id))
/** Its members and papers are for the unions of the place only, not for the worker who raised it. */
const ofFoundingOfficers: Sees = (actor, row, all) => {
  const parent = foundingOf(all, row.founding_id)
  return parent !== undefined && (inScope(actor, parent.org_path) || inScope(actor, parent.unit_path))
}
/** Whoever judges a project sees it, until an interest is declared. */
const isJudge = (actor: Actor, all: Map<string, Row[]>, id: unknown): boolean =>
  (all.get('federation_judges') ?? []).some(
    (one) => one.matter_id === id && isMe(actor, one.person_id) && one.recused_at === null,
  )
/** The plan's drafts are the district federation's own. */
const isDistrict = (actor: Actor): boolean => hasScope(actor) && actor.orgPath === `${actor.federationId}.`
const everybody: Sees = () => true
const nobody: Sees = () => false

export const sees: Record<keyof Schema, Sees> = {
  account_credentials: nobody,
  account_past_passwords: nobody,
  account_rates: nobody,
  account_sessions: nobody,
  account_two_factors: nobody,
  account_users: nobody,
  account_verifications: nobody,
  annual_report: (actor, row) => inScope(actor, row.org_path),
  annual_report_figures: (actor, row) => inScope(actor, row.org_path),
  annual_report_targets: (actor, row) => inScope(actor, row.org_path),
  appeal_referrals: ofCard('appeal_id'),
  appeals: matter,
  audit_heads: nobody,
  audit_log: (actor) => actor.role === 'audit_admin',
  case_events: ofCard('record_id'),
  cases: matter,
  contact_channels: (actor, row) => isMe(actor, row.person_id),
  deadlines: ofCard('record_id'),
  disputes: dispute,
  documents: (actor, row, all) => {
    if (row.record_id === null) return isMe(actor, row.uploader_id)
    const card = cardOf(all, row.record_id)
    const isForMe = row.worker_may_see === true || isMe(actor, row.uploader_id) || !isMe(actor, card?.owner_id)
    return card !== undefined && matter(actor, card, all) && isForMe
  },
  enterprises: everybody,
  export_mappings: (actor, row) =>
    inScope(actor, row.org_path) || (hasScope(actor) && isUnder(actor.orgPath, String(row.org_path))),
  export_columns: (actor, row, all) => {
    const layout = all.get('export_mappings')?.find((one) => one.id === row.mapping_id)
    return (
      layout !== undefined &&
      (inScope(actor, layout.org_path) || (hasScope(actor) && isUnder(actor.orgPath, String(layout.org_path))))
    )
  },
  enterprise_unions: everybody,
  headcounts: everybody,
  federations: everybody,
  imports: (actor, row) => inScope(actor, row.org_path),
  import_rows: ofImport,
  import_changes: ofImport,
  import_mappings: (actor, row) => inScope(actor, row.org_path),
  import_copies: (actor, row) => isMe(actor, row.requester_id),
  idempotency_keys: (actor, row) => row.actor === (actor.personId ?? actor.accountId ?? ''),
  jobs_outbox: nobody,
  notices: (actor, row) => isMe(actor, row.recipient_id),
  numbers: everybody,
  org_codes: everybody,
  orgs: everybody,
  parameters: everybody,
  persons: (actor, row) => inScope(actor, row.org_path) || isMe(actor, row.id),
  past_memberships: (actor, row, all) =>
    inScope(actor, row.org_path) ||
    isMe(actor, row.person_id) ||
    (all.get('persons') ?? []).some((p) => p.id === row.person_id && inScope(actor, p.org_path)),
  union_certificates: everybody,
  union_officers: (actor, row) => inScope(actor, row.org_path) || isMe(actor, row.person_id),
  union_terms: everybody,
  person_merges: (actor, row) => inScope(actor, row.org_path),
  posts: (actor, row) => hasScope(actor) || isMe(actor, row.person_id),
  recoveries: (actor, row, all) => {
    const parent = all.get('disputes')?.find((d) => d.id === row.dispute_id)
    return parent !== undefined && dispute(actor, parent, all)
  },
  organising: founding,
  founding_firms: (actor, row, all) => {
    const parent = foundingOf(all, row.founding_id)
    return parent !== undefined && founding(actor, parent, all)
  },
  founding_members: ofFoundingOfficers,
  founding_papers: ofFoundingOfficers,
  founding_wishes: (actor, row) => inScope(actor, row.org_path) || isMe(actor, row.person_id),
  union_changes: matter,
  union_elections: (actor, row) => inScope(actor, row.org_path),
  union_profiles: (actor, row) => inScope(actor, row.org_path),
  union_reminders: (actor, row, all) =>
    inScope(actor, all.get('orgs')?.find((org) => org.id === row.org_id)?.path ?? ''),
  elections: matter,
  election_ballots: ofCard('election_id'),
  election_candidates: ofCard('election_id'),
  election_objections: ofCard('election_id'),
  election_rounds: ofCard('election_id'),
  election_seats: ofCard('election_id'),
  election_tallies: ofCard('election_id'),
  membership: matter,
  transfers: matter,
  coverage: (actor, row, all) => matter(actor, row, all) || (row.approved_on !== null && hasScope(actor)),
  enterprise_members: everybody,
  clean_up: matter,
  clean_up_findings: (actor, row, all) =>
    (all.get('clean_up_subjects') ?? []).some((one) => one.finding_id === row.id && inScope(actor, one.org_path)),
  clean_up_runs: everybody,
  clean_up_subjects: (actor, row) => inScope(actor, row.org_path),
  star_rating: matter,
  star_rating_items: ofCard('rating_id'),
  star_rating_polls: everybody,
  star_rating_roll: (actor, row) => isMe(actor, row.person_id),
  star_rating_votes: nobody,
  federation_matters: (actor, row, all) => matter(actor, row, all) || isJudge(actor, all, row.id),
  federation_judges: (actor, row) => inScope(actor, row.org_path) || isMe(actor, row.person_id),
  federation_sheets: (actor, row, all) =>
    isMe(actor, row.person_id) ||
    (all.get('federation_matters')?.find((one) => one.id === row.matter_id)?.state !== 'reviewing' &&
      (all.get('federation_judges') ?? []).some(
        (one) => one.matter_id === row.matter_id && one.person_id === row.person_id && inScope(actor, one.org_path),
      )),
  federation_grade_criteria: everybody,
  federation_profiles: (actor, row) => inScope(actor, row.org_path),
  federation_checks: (actor, row) => inScope(actor, row.org_path),
  federation_grids: (actor, row) => inScope(actor, row.org_path),
  federation_grid_firms: (actor, row) => inScope(actor, row.org_path),
  federation_visits: (actor, row) => inScope(actor, row.org_path),
  federation_clubs: (actor, row) => inScope(actor, row.org_path),
  federation_pilots: hasScope,
  federation_points: hasScope,
  federation_links: hasScope,
  federation_link_members: hasScope,
  federation_activities: hasScope,
  targets: (actor, row) => row.issued_on !== null || isDistrict(actor),
  plan_years: hasScope,
  plan_readings: hasScope,
  plan_matters: matter,
  plan_nodes: (actor, row) => inScope(actor, row.org_path),
  plan_shares: (actor, row) => inScope(actor, row.org_path),
  plan_feeds: (actor, row) => isMe(actor, row.person_id),
  report_checks: (actor, row) => isMe(actor, row.owner_id),
}
