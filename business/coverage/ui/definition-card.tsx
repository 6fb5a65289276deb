import { Card, Tag } from '../../../kit/index.ts'
import type { Rates } from './rates-page.tsx'

const sureWords = { K: '有据', F: '转引', U: '待确认' } as const

/** What the number rests on: each parameter with its value, since when, from where, and how sure. */
export function DefinitionCard({ parameters }: { parameters: Rates['parameters'] }) {
  return (
    <Card title="口径用到的参数" sub="没有公开的统一公式，先用这一套；每一项都带日期，改了从那天起算">
      <dl className="coverage-parameters">
        {parameters.map(({ name, title, value, unit, source, sure }) => (
          <div key={name} className="coverage-parameter">
            <dt>{title}</dt>
            <dd>
              {value} {unit} <Tag tone={sure === 'K' ? 'green' : 'honey'}>{sureWords[sure]}</Tag>
            </dd>
            <small className="nf-soft nf-small">{source}</small>
          </div>
        ))}
      </dl>
    </Card>
  )
}
