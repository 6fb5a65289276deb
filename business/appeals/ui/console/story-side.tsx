import { useDesk } from '../../../../kit/api/index.ts'
import { Attachments, Card, Fact, Facts, Link, Money, Notice, Timeline } from '../../../../kit/index.ts'
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
