import './federations.css'
import { Tag } from '../../../kit/index.ts'
import { gradeWords, type ItemState, itemStates, type Mark, marks } from '../rules/words.ts'

const itemTones = { met: 'green', not_met: 'red', confirmed: 'honey', unknown: 'quiet' } as const

/** 达到 · 没有达到 · 待街道核查 · 还没有核实 */
export const ItemTag = ({ state }: { state: ItemState }) => <Tag tone={itemTones[state]}>{itemStates[state]}</Tag>

export const GradeTag = ({ grade }: { grade: number | null }) => <Tag tone="quiet">{gradeWords(grade)}</Tag>

/** 试点 · 示范点 · 互联互动 · 新就业形态 */
export const MarkTags = ({ of }: { of: readonly Mark[] }) => (
  <span className="federation-tags">
    {of.map((mark) => (
      <Tag key={mark} tone={mark === 'pilot' || mark === 'point' ? 'green' : 'quiet'}>
        {marks[mark]}
      </Tag>
    ))}
  </span>
)
