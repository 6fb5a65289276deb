import { Link } from '../../../kit/index.ts'
import { keyed } from './keyed.ts'
import type { Report } from './place.ts'

type Printed = NonNullable<Report['frozen']>['text']

interface PrintedTextProps {
  title: string
  number: string
  text: Printed
  /** The figure that is open. */
  chosen: string | undefined
  /** The address at which a figure is open. */
  hrefOf: (code: string) => string
}

/** The text as it is printed; every figure opens. */
export function PrintedText({ title, number, text, chosen, hrefOf }: PrintedTextProps) {
  return (
    <article className="report-text report-printed">
      <h2 className="report-title">{title}</h2>
      {number && <p className="report-number">{number}</p>}
      {keyed(text, ({ runs }) => runs.map((run) => run.text).join('')).map(({ key, item }) => (
        <p key={key} data-level={item.level} data-number={item.number}>
          {keyed(item.runs, ({ text: words }) => words).map(({ key: at, item: run }) => (
            <Run key={at} run={run} isChosen={run.annex !== undefined && run.annex === chosen} hrefOf={hrefOf} />
          ))}
        </p>
      ))}
    </article>
  )
}

interface RunProps {
  run: Printed[number]['runs'][number]
  isChosen: boolean
  /** The address at which a figure is open. */
  hrefOf: (code: string) => string
}

function Run({ run, isChosen, hrefOf }: RunProps) {
  const { annex, text } = run
  if (annex === undefined) return text
  return (
    <Link
      href={hrefOf(annex)}
      aria-current={isChosen ? 'true' : undefined}
      className={`report-token report-token-ready${isChosen ? ' report-token-chosen' : ''}`}
    >
      {text}
    </Link>
  )
}
