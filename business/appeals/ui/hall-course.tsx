import { useNow } from '../../../kit/api/index.ts'
import { BigButton, Card, Fact, Facts, HallSection, Link, Money, OwnMatterPage } from '../../../kit/hall/index.ts'
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
    <OwnMatterPage
      matter={matterOf(appeal, now, dueAt)}
      number={appeal.number}
      told={appeal.steps}
      now={now}
      back={back}
      isStale={isStale}
      foot={<Foot appeal={appeal} href={may('withdraw') ? `${href}/withdraw` : undefined} />}
    >
      <Answer appeal={appeal} />
      <Verbs href={href} may={may} />
    </OwnMatterPage>
  )
}

/** @param href where it is taken back, if it may be */
function Foot({ appeal, href }: { appeal: Followed; href: string | undefined }) {
  return (
    <>
      <Card>
        <Facts>
          <Fact term="单位">{appeal.enterpriseName || '没有写单位'}</Fact>
        </Facts>
      </Card>
      {href && (
        <Link href={href} className="nf-link nf-hall-target appeal-withdraw">
          不办了，撤回
        </Link>
      )}
    </>
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

function Answer({ appeal }: { appeal: Followed }) {
  if (!appeal.answer) return null
  return (
    <HallSection title="工会的答复">
      <Card>
        {appeal.recoveredFen > 0 && (
          <p className="appeal-money">
            帮您要回 <Money fen={appeal.recoveredFen} />
          </p>
        )}
        <p className="appeal-words">{appeal.answer}</p>
      </Card>
    </HallSection>
  )
}
