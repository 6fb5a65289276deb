import { useNow } from '../../kit/api/index.ts'
import { MatterCard, Tag } from '../../kit/hall/index.ts'
import type { MyMatter } from './lines.tsx'

/** Own matters under each other. @param root where they are looked at: /matters or /receipt */
export function MatterCards({ matters, root }: { matters: readonly MyMatter[]; root: string }) {
  const now = useNow()
  return (
    <ul className="hall-cards">
      {matters.map((matter) => (
        <li key={matter.id}>
          <MatterCard
            href={matter.path ? `${root}/${matter.path}` : root}
            title={matter.title}
            badge={matter.badge && <Tag tone={matter.badge.tone}>{matter.badge.words}</Tag>}
            steps={matter.steps}
            current={matter.current}
            now={now}
            stopped={matter.stopped}
            who={matter.who}
            until={matter.until}
            action={matter.action && { title: matter.action.title, href: `${root}/${matter.action.path}` }}
          />
        </li>
      ))}
    </ul>
  )
}
