import { useState } from 'react'
import { Fact, Facts, Tag } from '../../../../kit/index.ts'
import { GROUP } from '../../rules/matching.ts'
import { type Triage, triage } from '../../rules/triage.ts'
import { categories } from '../../rules/words.ts'

/** What the story suggests; on asking, the words that led to it. An officer decides. */
export function Suggestion({ story, open = false }: { story: string; open?: boolean }) {
  const [isOpen, setOpen] = useState(open)
  const found = triage(story)
  return (
    <div className="appeal-suggestion">
      <p className="nf-soft nf-small">
        系统建议：{summaryOf(found)}{' '}
        <button type="button" className="nf-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : '为什么'}
        </button>
      </p>
      {isOpen && <Why found={found} />}
    </div>
  )
}

function summaryOf(found: Triage): string {
  if (found.clues.length === 0) return '没有认出类别，请人工判断。'
  const parts = [
    found.title,
    found.isUrgent && '紧急',
    found.headcount !== null && found.headcount >= GROUP && `群体（约 ${found.headcount} 人）`,
    found.laws.length > 0 && `适用${found.laws.join('、')}`,
    `可请${found.office}协助`,
  ]
  return `${parts.filter(Boolean).join(' · ')}。`
}

/** Each word that counted, for which category and by which article. */
function Why({ found }: { found: Triage }) {
  return (
    <Facts>
      {found.clues.map((clue) => (
        <Fact key={`${clue.category} ${clue.text} ${clue.because}`} term={`“${clue.text}”`} note={clue.because}>
          {categories[clue.category]}，{strength(clue.weight)}
        </Fact>
      ))}
      {found.urgentWord && (
        <Fact term={`“${found.urgentWord}”`}>
          <Tag tone="red">紧急</Tag>
        </Fact>
      )}
      {found.headcount !== null && <Fact term="人数">文字里提到约 {found.headcount} 人</Fact>}
      {found.clues.length === 0 && <Fact term="线索">文字里没有认识的词</Fact>}
      <Fact term="说明">只看文字里的词，不替人判断。词表和条文公开可查，不对可以改。</Fact>
    </Facts>
  )
}

const strength = (weight: number): string => (weight >= 4 ? '很明确' : weight >= 2 ? '较明确' : '有一点')
