import './figure-panel.css'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { Link } from '../navigation/navigation.tsx'
import { TrendChart } from '../trend-chart/trend-chart.tsx'
import type { TrendPoint } from '../trend-chart/trend-options.ts'

interface FigurePanelProps {
  open: boolean
  onClose: () => void
  title: string
  /** As it is said: 894 宗. */
  words?: string
  /** 2023-01-01 至 12-31，龙岗区. */
  period?: string
  /** What is counted and what is not. */
  definition?: string
  trend?: readonly TrendPoint[]
  target?: { value: number; words: string }
  unit?: string
  streets?: readonly { id: string; title: string; words: string; href?: string }[]
  /** Where the rows behind the number are: 打开这 894 条记录. */
  records?: { title: string; href: string }
  /** In place of everything while it is read, or where it could not be. */
  notYet?: ReactNode
  children?: ReactNode
}

/** What is behind a figure: its words, what counts, how it went, where, and the records. */
export function FigurePanel({ open, onClose, title, notYet, ...rest }: FigurePanelProps) {
  return (
    <Drawer open={open} onClose={onClose} title={title} size={420} className="nf-panel-drawer" destroyOnHidden>
      {notYet ?? <Behind title={title} {...rest} />}
    </Drawer>
  )
}

type BehindProps = Omit<FigurePanelProps, 'open' | 'onClose' | 'notYet'>

function Behind({ title, words, period, definition, trend, target, unit, streets, records, children }: BehindProps) {
  return (
    <div className="nf-panel">
      <div>
        <p className="nf-panel-value">{words}</p>
        <p>{period}</p>
      </div>
      {definition && <p className="nf-soft">口径：{definition}</p>}
      {trend && <TrendChart label={title} points={trend} target={target} unit={unit} kind="bar" height={140} />}
      {streets && (
        <ul className="nf-panel-streets" aria-label="各街道">
          {streets.map((street) => (
            <li key={street.id}>
              {street.href ? <Link href={street.href}>{street.title}</Link> : <span>{street.title}</span>}
              <span>{street.words}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
      {records && <Link href={records.href}>{records.title}</Link>}
    </div>
  )
}
