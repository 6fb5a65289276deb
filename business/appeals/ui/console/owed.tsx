import { Fact, Facts, Money, Notice, StateBlock, yuanWords } from '../../../../kit/index.ts'
import type { Calculation } from '../../rules/calculators/index.ts'

/** A sum with how it came about, its articles, and what it could not check. */
export function Owed({ result }: { result: Calculation | undefined }) {
  if (!result) return <StateBlock kind="empty" title="填好左边就能算出来" />
  return (
    <div className="appeal-suggestion">
      <p className="appeal-sum" aria-live="polite">
        {yuanWords(result.totalFen)}
      </p>
      <Facts>
        {result.lines.map(({ label, how, fen }) => (
          <Fact key={label} term={label} note={how}>
            <Money fen={fen} unit="元" />
          </Fact>
        ))}
        <Fact term="依据">{result.articles.join('；')}</Fact>
      </Facts>
      {result.notes.map((note) => (
        <Notice key={note} tone="watch">
          {note}
        </Notice>
      ))}
    </div>
  )
}
