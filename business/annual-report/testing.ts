import { type SmallPerson, small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { contract as figuresContract } from '../../kernel/indicators/contract.ts'
import { line as figures } from '../../kernel/indicators/line.ts'
import type { Line } from '../../kernel/line.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import type { Block } from './rules/body.ts'
import { figure, words } from './rules/body.ts'

/** The year that is running in the small district. */
export const YEAR = 2026

/** The small district with its reports, on the records of the lines given. */
export async function openReports(...lines: readonly Line[]) {
  const district = await openSmall([...lines, line, figures])
  const as = (person: SmallPerson) => district.as(person.actor, line, contract)
  const wang = () => as(small.officerWang)
  const chen = () => as(small.leaderChen)
  const li = () => as(small.officerLi)
  const figuresAs = (person: SmallPerson) => district.as(person.actor, figures, figuresContract)

  /** A draft by 王芳 with this text, saved once. */
  async function drafted(body: Block[], title = '工作报告') {
    const { id } = await wang().open({ year: YEAR })
    const { revision } = await wang().save({ id, revision: 1, title, body })
    return { id, revision }
  }

  /** What would be changed behind the back of the house. */
  const asHouse = <T>(work: Parameters<typeof asOwner<T>>[1]) => asOwner(district.db, work)
  return { district, as, wang, chen, li, figuresAs, drafted, asHouse }
}

export const text = (...parts: string[]): Block => ({ level: 0, parts: parts.map(words) })
export const said = (before: string, code: string, after = '。'): Block => ({
  level: 0,
  parts: [words(before), figure(code), words(after)],
})
