import { useDesk } from '../../../../kit/api/index.ts'
import { Attachments, Card, Fact, Facts, Link, Money, Notice, Tag, Timeline } from '../../../../kit/index.ts'
import { outcomes, satisfactions } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { Suggestion } from './suggestion.tsx'
import type { Appeal } from './use-appeals.ts'
import { hrefOf } from './words.ts'

/** What the worker said, and what the words suggest. */
export function StoryCard({ appeal }: { appeal: Appeal }) {
  return (
    <Card title="诉求">
      <p className="appeal-story">{appeal.story}</p>
      <Suggestion story={appeal.story} />
    </Card>
  )
}

/** The answer, how the worker took it, and why it was not accepted or stands still. */
export function ResultCard({ appeal }: { appeal: Appeal }) {
  const { declineReason, suspendedFor, mergedInto, answer } = appeal
  return (
    <>
      {declineReason && <Notice title="不受理的原因">{declineReason}</Notice>}
      {suspendedFor && appeal.state === 'suspended' && (
        <Notice tone="watch" title="已挂起，时限停着">
          {suspendedFor}
        </Notice>
      )}
      {mergedInto && (
        <Notice title="已并入另一件">
          <Link href={hrefOf(mergedInto)}>打开那一件</Link>
        </Notice>
      )}
      {answer && <Answer appeal={appeal} answer={answer} />}
    </>
  )
}

function Answer({ appeal, answer }: { appeal: Appeal; answer: string }) {
  return (
    <Card title="答复" sub={appeal.outcome ? outcomes[appeal.outcome] : undefined} edge="green">
      <p className="appeal-story">{answer}</p>
      <Facts>
        <Fact term="挽回金额">
          <Money fen={appeal.recoveredFen} />
        </Fact>
        <Fact term="职工满意">{appeal.satisfaction ? satisfactions[appeal.satisfaction] : '还没有评价'}</Fact>
        {appeal.rating && <Fact term="职工的话">{appeal.rating}</Fact>}
      </Facts>
    </Card>
  )
}

/** The same again, or many with the same: a reason to merge or to see a group. */
export function SimilarCard({ appeal, now }: { appeal: Appeal; now: string }) {
  const { similar, crowd, headcount } = appeal
  if (similar.length === 0) return null
  const repeats = similar.filter(({ isRepeat }) => isRepeat).length
  const sub = [repeats > 0 && `疑与 ${repeats} 件重复`, crowd > headcount && `同一单位同类的在办共 ${crowd} 人`]
    .filter(Boolean)
    .join(' · ')
  const items = similar.map((one) => ({
    id: one.id,
    at: one.createdAt,
    title: `${one.title}${one.isRepeat ? '，同一个人' : ''}`,
    who: `${one.number} · ${workflow.states[one.state]}`,
    href: hrefOf(one.id),
  }))
  return (
    <Card title="可能是同一件事" sub={sub}>
      <Timeline label="可能是同一件事" items={items} now={now} />
    </Card>
  )
}

/** Everything that belongs to one quarrel, whichever line has it; its money counts once. */
export function DisputeCard({ appeal, now }: { appeal: Appeal; now: string }) {
  const { dispute } = appeal
  const items = dispute.matters.map((matter) => ({
    id: matter.id,
    at: matter.createdAt,
    title: matter.title,
    who: [matter.number, matter.source].filter(Boolean).join(' · '),
    href: matter.id === appeal.id ? undefined : `/console/${matter.line}/${matter.id}`,
    isCurrent: matter.id === appeal.id,
  }))
  return (
    <Card title="同一纠纷" sub={`${dispute.number} · 钱只记一次`}>
      {dispute.recoveredFen > 0 && (
        <p>
          已记挽回 <Money fen={dispute.recoveredFen} />
        </p>
      )}
      <Timeline label="同一纠纷" items={items} now={now} />
    </Card>
  )
}

/** Each step with who took it; notes are for officers, what the worker reads is marked. */
export function EventsCard({ appeal, now }: { appeal: Appeal; now: string }) {
  const items = appeal.events.toReversed().map((event, index) => ({
    id: event.id,
    at: event.at,
    title: event.title,
    who: [event.actorOrg, event.actorName].filter(Boolean).join(' '),
    isCurrent: index === 0,
    detail: (event.note || event.message) && <EventWords note={event.note} message={event.message} />,
  }))
  return (
    <Card title="办理经过">
      <Timeline label="办理经过" items={items} now={now} />
    </Card>
  )
}

function EventWords({ note, message }: { note: string; message: string }) {
  return (
    <>
      {note && <p>{note}</p>}
      {message && (
        <p>
          <Tag tone="green">职工看到</Tag> {message}
        </p>
      )}
    </>
  )
}

export function FilesCard({ appeal }: { appeal: Appeal }) {
  const { fileHref } = useDesk()
  const files = appeal.files.map(({ id, name, bytes }) => ({
    id,
    name,
    size: bytes,
    state: 'done' as const,
    href: fileHref(id),
  }))
  return (
    <Card>
      <Attachments label="材料" files={files} />
    </Card>
  )
}
