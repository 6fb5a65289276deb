import { useNow } from '../../../kit/api/index.ts'
import {
  BigButton,
  Fact,
  Facts,
  HallFrame,
  HallNotice,
  HallSection,
  Link,
  Money,
  Stepper,
  Tag,
  Timeline,
} from '../../../kit/hall/index.ts'
import type { Followed } from './hall-api.ts'
import type { MatterPageProps } from './hall-followed.tsx'
import { matterOf } from './hall-matter.ts'

interface CourseProps extends MatterPageProps {
  back: { href: string; title: string }
  /** What is shown was read earlier; reading it anew failed. */
  isStale: boolean
}

/** How far the matter is, who has it, what was answered, what one can do. */
export function Course({ appeal, href, dueAt, back, isStale }: CourseProps) {
  const now = useNow()
  const may = (verb: string) => appeal.verbs.some((one) => one.verb === verb && one.enabled)
  return (
    <HallFrame title={appeal.title} sub={`编号 ${appeal.number}`} back={back}>
      {isStale && <HallNotice tone="watch">网络断了，下面是上次看到的情况。</HallNotice>}
      <Standing appeal={appeal} dueAt={dueAt} now={now} />
      <Answer appeal={appeal} />
      <Verbs href={href} may={may} />
      <HallSection title="经过">
        <div className="appeal-sheet">
          <Timeline
            label="经过"
            now={now}
            items={[...appeal.steps].reverse().map((step, index) => ({
              id: `${step.at} ${step.title}`,
              at: step.at,
              title: step.message,
              isCurrent: index === 0,
            }))}
          />
        </div>
      </HallSection>
      <section className="appeal-sheet">
        <Facts>
          <Fact term="单位">{appeal.enterpriseName || '没有写单位'}</Fact>
        </Facts>
      </section>
      {may('withdraw') && (
        <Link href={`${href}/withdraw`} className="nf-link nf-hall-target appeal-withdraw">
          不办了，撤回
        </Link>
      )}
    </HallFrame>
  )
}

function Verbs({ href, may }: { href: string; may: (verb: string) => boolean }) {
  return (
    <>
      {may('rate') && <BigButton href={`${href}/rate`}>评价</BigButton>}
      {may('supplement') && (
        <BigButton kind="plain" href={`${href}/supplement`}>
          补充材料
        </BigButton>
      )}
    </>
  )
}

function Standing({ appeal, dueAt, now }: { appeal: Followed; dueAt: string | undefined; now: string }) {
  const { steps, current, stopped, badge, who, until } = matterOf(appeal, now, dueAt)
  return (
    <section className="appeal-sheet">
      {badge && <Tag tone={badge.tone}>{badge.words}</Tag>}
      <Stepper steps={steps} current={current} now={now} stopped={stopped} />
      {(who || until) && <p>{[who && `由${who}办理`, until].filter(Boolean).join('，')}。</p>}
    </section>
  )
}

function Answer({ appeal }: { appeal: Followed }) {
  if (!appeal.answer) return null
  return (
    <HallSection title="工会的答复">
      <div className="appeal-sheet">
        {appeal.recoveredFen > 0 && (
          <p className="appeal-money">
            帮您要回 <Money fen={appeal.recoveredFen} />
          </p>
        )}
        <p className="appeal-words">{appeal.answer}</p>
      </div>
    </HallSection>
  )
}
