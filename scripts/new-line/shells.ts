import type { Plan } from './plan.ts'

/** A file that names all lines, and how a new one enters it. */
export type Shell = { file: string; enter: (source: string, plan: Plan) => string }

/** Adds `entry` at the end of the list or record that `head`, with its bracket, begins. @throws Error when there is none */
export function addTo(source: string, head: string, entry: string): string {
  const start = source.indexOf(head)
  if (start === -1) throw new Error(`there is no “${head}”`)
  const opening = head.slice(-1)
  const closing = opening === '[' ? ']' : '}'
  let depth = 1
  let end = start + head.length
  for (; end < source.length; end++) {
    if (source[end] === opening) depth += 1
    if (source[end] === closing) depth -= 1
    if (depth === 0) break
  }
  const before = source.slice(0, end).trimEnd()
  return `${before}${/[[{,]$/.test(before) ? '' : ','} ${entry},\n${source.slice(end)}`
}

const withImport = (source: string, statement: string): string => `${statement}\n${source}`

const entryOf = ({ slug, title, chapter, identifier, initials }: Plan): string => `{
    slug: '${slug}',
    title: '${title}',
    chapter: '${chapter}',
    permissions: ${identifier},
    reads: '${slug}.read',
    initials: '${initials}',
    verbs: [{ title: '登记${title}', path: 'new', permission: '${slug}.receive', initials: 'dj${initials}' }],
    figures: ['${slug}.received', '${slug}.closed'],
    load: () => import('../../business/${slug}/ui/console.tsx'),
  }`

/** Line breaks and the order of imports are the formatter's work afterwards. */
export const shells: readonly Shell[] = [
  {
    file: 'app/server/lines.ts',
    enter: (source, { slug, identifier }) =>
      withImport(
        addTo(source, 'business: readonly Line[] = [', identifier),
        `import { line as ${identifier} } from '../../business/${slug}/line.ts'`,
      ),
  },
  {
    file: 'app/server/demonstration.ts',
    enter: (source, { slug, identifier }) =>
      withImport(
        addTo(source, 'demos: readonly Demo[] = [', identifier),
        `import { demo as ${identifier} } from '../../business/${slug}/demo.ts'`,
      ),
  },
  {
    file: 'app/console/lines.tsx',
    enter: (source, plan) =>
      withImport(
        addTo(source, 'lines: readonly LineEntry[] = [', entryOf(plan)),
        `import { permissions as ${plan.identifier} } from '../../business/${plan.slug}/permissions.ts'`,
      ),
  },
  // Who may see its rows, said once more for the test that holds row-level security against it.
  {
    file: 'app/server/who-sees.ts',
    enter: (source, { table }) => addTo(source, 'sees: Record<keyof Schema, Sees> = {', `${table}: matter`),
  },
  // It is built now: no longer among those still to come.
  { file: 'business/README.md', enter: (source, { slug }) => withoutWish(source, slug) },
]

/** The page without this line among those still to come; a chapter of which nothing is left to build goes too. */
function withoutWish(source: string, slug: string): string {
  const rows = source.split('\n').flatMap((row) => {
    const [, chapter, names] = /^\| ([^|]+) \| ([^|]+) \|$/.exec(row) ?? []
    if (!names?.includes(`\`${slug}\``)) return [row]
    const kept = names.split(' · ').filter((name) => !name.includes(`\`${slug}\``))
    return kept.length === 0 ? [] : [`| ${chapter} | ${kept.join(' · ')} |`]
  })
  return rows.join('\n')
}
