import { type Role, roles } from '../../kernel/access/roles.ts'
import type { DeadlineRule, Term } from '../../kernel/calendar/deadlines.ts'
import { type Chapter, chapters, type Line } from '../../kernel/line.ts'
import { type ClockUse, diagramOf, type Workflow } from '../../kernel/workflow/define.ts'
import { type Blocks, code, tableOf } from './blocks.ts'

const units: Record<Term['unit'], string> = {
  hours: '小时',
  naturalDays: '日',
  workingDays: '个工作日',
  months: '个月',
  years: '年',
}
const termWords = ({ amount, unit }: Term): string => `${amount} ${units[unit]}`
const kinds = { flow: '期内发生', stock: '期末存量', rate: '比率' } as const
const reaches = { own: '本人', assigned: '承办', unit: '本级', subtree: '本级和下级', all: '全区' } as const

/** What the README of a line shows of itself. */
export const lineBlocks = (line: Line): Blocks => ({
  ...(line.workflow ? { diagram: `\`\`\`mermaid\n${diagramOf(line.workflow)}\n\`\`\`` } : {}),
  ...(line.workflow ? { clocks: clocksOf(line.workflow, line.deadlines ?? []) } : {}),
  figures: figuresTable([line]),
})

function clocksOf(workflow: Workflow, rules: readonly DeadlineRule[]): string {
  const titles = (verbs: readonly string[]) => verbs.map((verb) => workflow.steps[verb]?.title ?? verb).join('、')
  const rows = Object.values(workflow.clocks).flatMap((clock) =>
    rulesOf(clock, rules).map((rule) => [
      rule.title,
      code(rule.code),
      `${termWords(rule)}${rule.sure === 'U' ? ' [to be confirmed]' : ''}`,
      rule.extension ? `${rule.extension.times} 次，每次 ${termWords(rule.extension)}` : '不能延',
      titles(clock.opens),
      titles(clock.meets),
      `${rule.clock === 'legal' ? '法定' : '内部'}：${rule.basis}`,
    ]),
  )
  return tableOf(['Clock', 'Rule', 'Limit', 'Extension', 'Starts with', 'Met by', 'Basis'], rows)
}

const rulesOf = ({ rule }: ClockUse, rules: readonly DeadlineRule[]): readonly DeadlineRule[] => {
  const pattern = new RegExp(`^${rule.replaceAll('.', '\\.').replace(/\{\w+\}/g, '\\w+')}$`)
  return rules.filter(({ code }) => pattern.test(code))
}

/** The catalogue of figures. */
export function figuresTable(lines: readonly Line[]): string {
  const rows = lines.flatMap((line) =>
    Object.entries(line.indicators ?? {}).map(([name, figure]) => [
      figure.title,
      code(`${line.slug}.${name}`),
      figure.unit,
      figure.kind === 'rate' ? `${kinds.rate}：${figure.over.map(code).join(' / ')}` : kinds[figure.kind],
      figure.definition,
      figure.owner,
    ]),
  )
  return tableOf(['Figure', 'Code', 'Unit', 'Kind', 'What it counts', 'Owner'], rows)
}

/** Role × permission, one table a line, with only the roles that hold something there. */
export const permissionTables = (lines: readonly Line[]): string =>
  lines.map((line) => `## ${line.title} ${code(line.slug)}\n\n${permissionTable(line)}`).join('\n\n')

function permissionTable(line: Line): string {
  const entries = Object.entries(line.permissions)
  const held = (Object.keys(roles) as Role[]).filter((role) => entries.some(([, row]) => row[role]))
  const rows = entries.map(([permission, row]) => [
    titleOf(line, permission),
    code(permission),
    ...held.map((role) => {
      const reach = row[role]
      return reach ? reaches[reach] : ''
    }),
  ])
  return tableOf(['What', 'Permission', ...held.map((role) => roles[role].title)], rows)
}

/** What a permission lets one do: the endpoints that ask for it, and the step of its name. */
function titleOf(line: Line, permission: string): string {
  const verb = permission.slice(line.slug.length + 1)
  const asked = Object.values(line.contract)
    .filter((endpoint) => endpoint.permission === permission)
    .map(({ title }) => title)
  const step = line.workflow?.steps[verb]?.title
  return [...new Set([...asked, ...(step ? [step] : [])])].join('、')
}

export const reachTable = (): string =>
  tableOf(
    ['Reach', 'Shown as'],
    Object.entries(reaches).map(([reach, words]) => [code(reach), words]),
  )

/** 中文 → folder, grouped by chapter. */
export function lineMap(business: readonly Line[]): string {
  const sections = (Object.keys(chapters) as Chapter[]).flatMap((chapter) => {
    const own = business.filter((line) => line.chapter === chapter)
    if (own.length === 0) return []
    const rows = own.map((line) => [
      line.title,
      `[${line.slug}](${line.slug}/README.md)`,
      String(Object.keys(line.workflow?.states ?? {}).length),
      String(Object.keys(line.indicators ?? {}).length),
    ])
    return [`### ${chapters[chapter]}\n\n${tableOf(['Line', 'Folder', 'States', 'Figures'], rows)}`]
  })
  return sections.join('\n\n')
}

/** The words of the code that stand for words of the union. */
export const glossaryBlocks = (business: readonly Line[]): Blocks => ({
  chapters: tableOf(
    ['中文', 'Identifier'],
    Object.entries(chapters).map(([id, title]) => [title, code(id)]),
  ),
  lines: tableOf(
    ['中文', 'Identifier', 'Chapter'],
    business.map((line) => [line.title, code(line.slug), chapters[line.chapter]]),
  ),
  roles: tableOf(
    ['中文', 'Identifier', 'Sees by row-level security'],
    Object.entries(roles).map(([role, { title, scope }]) => [
      title,
      code(role),
      scope === 'subtree' ? 'the union of the post and all below it' : 'what is their own or assigned to them',
    ]),
  ),
  words: business
    .flatMap((line) => (line.workflow ? [`### ${line.title} ${code(line.slug)}\n\n${wordsOf(line.workflow)}`] : []))
    .join('\n\n'),
})

function wordsOf(workflow: Workflow): string {
  const states = Object.entries(workflow.states).map(([state, title]) => [title, code(state)])
  const verbs = Object.entries(workflow.steps).map(([verb, { title }]) => [title, code(verb)])
  return `${tableOf(['State', 'Identifier'], states)}\n\n${tableOf(['Verb', 'Identifier'], verbs)}`
}
