import { Link } from '../../../kit/index.ts'
import { conditions, quarterWords } from '../rules/words.ts'
import { type Mark, markOf, markWords, placeOf, quarterPlace } from './gantt-scale.ts'
import { matterHref, type Node, type Task } from './place.ts'

const ROW = 24
const percent = (place: number): string => `${place}%`

/** Tasks over the quarters of their year, by chapter: a bar from first to last quarter, its nodes, today. The same is told row by row in words. */
export function Gantt({ tasks, year, today }: { tasks: readonly Task[]; year: number; today: string }) {
  const chapters = [...Map.groupBy(tasks, ({ chapterTitle }) => chapterTitle)]
  return (
    <section className="plan-gantt" aria-label={`${year} 年任务甘特图`}>
      <Axis year={year} today={today} />
      {chapters.map(([chapter, own]) => (
        <div key={chapter}>
          <h3>{chapter}</h3>
          <ul>
            {own.map((task) => (
              <li key={task.id} className="plan-gantt-row">
                <div className="plan-gantt-name">
                  <Link href={matterHref(task.id)}>{task.title}</Link>
                </div>
                <Row task={task} year={year} today={today} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Key />
    </section>
  )
}

function Axis({ year, today }: { year: number; today: string }) {
  const isNow = today.startsWith(String(year))
  const at = placeOf(today, year)
  return (
    <div className="plan-gantt-axis" aria-hidden="true">
      <span />
      <svg height={isNow ? 36 : 20}>
        <title>季度</title>
        {[1, 2, 3, 4].map((quarter) => (
          <text key={quarter} x={percent(quarterPlace(quarter, year) + 1)} y={isNow ? 30 : 14}>
            第{'一二三四'[quarter - 1]}季度
          </text>
        ))}
        {isNow && (
          <text className="plan-now" x={percent(at)} y={12} textAnchor={at > 92 ? 'end' : at < 8 ? 'start' : 'middle'}>
            今天
          </text>
        )}
      </svg>
    </div>
  )
}

function Row({ task, year, today }: { task: Task; year: number; today: string }) {
  const from = quarterPlace(task.quarterFrom, year)
  const to = quarterPlace(task.quarterTo + 1, year)
  const isNow = today.startsWith(String(year))
  return (
    <svg height={ROW} role="img" aria-label={rowWords(task, today)}>
      {[1, 2, 3, 4, 5].map((quarter) => {
        const x = percent(quarterPlace(quarter, year))
        return <line key={quarter} className="plan-line" x1={x} x2={x} y1={0} y2={ROW} />
      })}
      <rect
        className={`plan-span plan-span-${task.condition}`}
        x={percent(from)}
        width={percent(to - from)}
        y={8}
        height={8}
        rx={4}
      />
      {isNow && (
        <line
          className="plan-today"
          x1={percent(placeOf(today, year))}
          x2={percent(placeOf(today, year))}
          y1={0}
          y2={ROW}
        />
      )}
      {task.nodes.map((node) => (
        <NodeMark key={node.id} node={node} at={placeOf(node.dueOn, year)} mark={markOf(node, today)} />
      ))}
    </svg>
  )
}

function NodeMark({ node, at, mark }: { node: Node; at: number; mark: Mark }) {
  return (
    <svg x={percent(at)} y={ROW / 2} overflow="visible" aria-hidden="true">
      <Shape mark={mark} />
      <title>{`${node.dueOn} ${node.title}，${markWords[mark]}`}</title>
    </svg>
  )
}

/** Not by colour alone: done is full, late is a diamond, to come is hollow. */
const Shape = ({ mark }: { mark: Mark }) =>
  mark === 'late' ? (
    <rect className="plan-node plan-node-late" x={-5} y={-5} width={10} height={10} transform="rotate(45)" />
  ) : (
    <circle className={mark === 'done' ? 'plan-node plan-node-done' : 'plan-node'} r={5} />
  )

function Key() {
  return (
    <p className="plan-key">
      {(['done', 'open', 'late'] as const).map((mark) => (
        <span key={mark}>
          <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden="true">
            <Shape mark={mark} />
          </svg>
          节点{markWords[mark]}
        </span>
      ))}
    </p>
  )
}

export const nodeWords = (nodes: readonly Node[], today: string): string =>
  nodes.map((node) => `${node.dueOn.slice(5)} ${node.title}（${markWords[markOf(node, today)]}）`).join('；')

function rowWords(task: Task, today: string): string {
  const nodes = nodeWords(task.nodes, today)
  return `${quarterWords(task.quarterFrom, task.quarterTo)}，${conditions[task.condition]}${nodes ? `；节点：${nodes}` : ''}`
}
