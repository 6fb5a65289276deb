import { isRole, type Role, roles } from '../access/roles.ts'
import type { Ctx } from '../ctx.ts'

/** Who holds a post in one of the unions asked for, by path. */
export type Officers = { at(path: string): readonly { personId: string; role: Role }[] }

/** '440307.003.012.' → '440307.003.'; null above the district. */
export function parentOf(path: string): string | null {
  const parts = path.split('.').slice(0, -2)
  return parts.length === 0 ? null : `${parts.join('.')}.`
}

/** The union itself, then all above it. */
export function upwards(path: string): string[] {
  const parent = parentOf(path)
  return parent === null ? [path] : [path, ...upwards(parent)]
}

/** Posts held today in the given unions and all above them, in one statement. */
export async function officersOf(ctx: Ctx, paths: readonly string[]): Promise<Officers> {
  const wanted = [...new Set(paths.flatMap(upwards))]
  const rows = await ctx.tx
    .selectFrom('posts')
    .select(['org_path', 'person_id', 'role'])
    .distinct()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_path', 'in', wanted)
    .where('valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', ctx.today)]))
    .orderBy('person_id')
    .execute()
  const byPath = Map.groupBy(rows, (row) => row.org_path)
  return {
    at: (path) =>
      (byPath.get(path) ?? []).flatMap(({ person_id, role }) => (isRole(role) ? [{ personId: person_id, role }] : [])),
  }
}

/** Roles that may take the step a clock waits for, on what lies with their union; of any officer when the clock names no step. */
export function rolesFor(ctx: Ctx, line: string, verb: string | null): Set<Role> {
  const permissions = ctx.house.lines.find((known) => known.slug === line)?.permissions
  const reaches = Object.entries(permissions?.[`${line}.${verb}`] ?? {})
  const held = reaches
    .filter(([, reach]) => reach === 'unit' || reach === 'subtree' || reach === 'all')
    .map(([role]) => role as Role)
  return new Set(held.length > 0 ? held : anyOfficer)
}

const anyOfficer = (Object.keys(roles) as Role[]).filter((role) => roles[role].scope === 'subtree')

/** The people of the nearest union, from `path` upwards, that has someone with one of the roles; else of the nearest with any officer. */
export function nearest(officers: Officers, path: string, wanted: ReadonlySet<Role>): string[] {
  for (const accepted of [wanted, new Set(anyOfficer)]) {
    for (const at of upwards(path)) {
      const found = officers.at(at).filter((officer) => accepted.has(officer.role))
      if (found.length > 0) return [...new Set(found.map((officer) => officer.personId))]
    }
  }
  return []
}
