import { Card, Fact, Facts, StateBlock } from '../../../kit/index.ts'
import { beforeWords, exactWords } from '../rules/wording.ts'
import type { Report } from './place.ts'

type Frozen = NonNullable<Report['frozen']>

interface FrozenSideProps {
  figure: Frozen['figures'][number] | undefined
  target: Frozen['targets'][number] | undefined
}

/** What a figure was when the report was published. */
export function FrozenSide({ figure, target }: FrozenSideProps) {
  if (target) {
    return (
      <Card>
        <p className="nf-soft nf-small">{target.code}</p>
        <h2>{target.title}</h2>
        <p className="report-value">{target.words}</p>
        <Facts>
          <Fact term="年份">{target.year} 年目标</Fact>
          <Fact term="出处">{target.source}</Fact>
        </Facts>
      </Card>
    )
  }
  if (!figure)
    return (
      <Card>
        <StateBlock kind="empty" title="点一个数字">
          看它定稿时的口径和计数。
        </StateBlock>
      </Card>
    )
  const { code, title, words, definition, asOf, owner, numerator, denominator, value, unit } = figure
  return (
    <Card>
      <p className="nf-soft nf-small">{code}</p>
      <h2>{title}</h2>
      <p className="report-value">{words}</p>
      <Facts>
        <Fact term="口径">{definition}</Fact>
        <Fact term="精确数">{exactWords(value, unit)}</Fact>
        {denominator !== null && <Fact term="分子、分母">{`${numerator} / ${denominator}`}</Fact>}
        <Fact term="上年同期">{beforeWords(figure)}</Fact>
        <Fact term="截至">{asOf}</Fact>
        <Fact term="负责">{owner}</Fact>
      </Facts>
    </Card>
  )
}
