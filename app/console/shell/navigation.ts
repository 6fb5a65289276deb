import { chapters } from '../../../kernel/line.ts'
import type { NavGroup, NavItem } from '../../../kit/index.ts'
import { type LineEntry, lines } from '../lines.tsx'
import { isAdministrator, mayAs } from '../roles.ts'

export interface Counts {
  todo: number | undefined
  byLine: ReadonlyMap<string, number>
}

const parametersItem: NavItem = { href: '/console/parameters', title: '参数' }
const importsItem: NavItem = { href: '/console/imports', title: '导入' }
const auditItem: NavItem = { href: '/console/audit', title: '审计记录' }

/** The side bar of a role: own to-do, then what is put together from all lines, then the lines by chapter. Administrators see their own page and no business. */
export function navigationOf(role: string, counts: Counts): NavGroup[] {
  if (isAdministrator(role)) return [{ items: [...ownPages(role), accountItem] }]
  const top: NavItem[] = [{ href: '/console', title: '待办', count: counts.todo }]
  top.push(...itemsOf(role, 'together', counts))
  if (mayAs(role, 'imports.use')) top.push(importsItem)
  const groups = Object.entries(chapters)
    .filter(([chapter]) => chapter !== 'together')
    .map(([chapter, title]) => ({ title, items: itemsOf(role, chapter, counts) }))
  const self = mayAs(role, 'parameters.read') ? [{ title: '规则', items: [parametersItem] }] : []
  return [{ items: top }, ...groups.filter(({ items }) => items.length > 0), ...self]
}

const itemsOf = (role: string, chapter: string, counts: Counts): NavItem[] =>
  linesOf(role)
    .filter((line) => line.chapter === chapter)
    .map((line) => ({ href: `/console/${line.slug}`, title: line.title, count: counts.byLine.get(line.slug) }))

/** What an administrator administers. */
function ownPages(role: string): NavItem[] {
  if (mayAs(role, 'audit.read')) return [auditItem]
  return mayAs(role, 'parameters.set') ? [parametersItem] : []
}

const accountItem: NavItem = { href: '/console/account', title: '我的账号' }

/** The lines a role reads. */
export const linesOf = (role: string): readonly LineEntry[] => lines.filter((line) => mayAs(role, line.reads))

/** Which item of the side bar an address belongs to: the longest that begins it. */
export function currentItem(path: string, groups: readonly NavGroup[]): string {
  const hrefs = groups.flatMap(({ items }) => items.map(({ href }) => href))
  const fitting = hrefs.filter((href) => path === href || (href !== '/console' && path.startsWith(`${href}/`)))
  return fitting.sort((a, b) => b.length - a.length)[0] ?? ''
}

/** Where an administrator begins the day. */
export const firstPageOf = (role: string): string => ownPages(role)[0]?.href ?? accountItem.href
