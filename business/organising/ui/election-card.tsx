import { Card, Fact, Facts, Link, Notice, Tag } from '../../../kit/index.ts'
import { dutyTitles } from '../rules/words.ts'
import type { Founding } from './place.ts'

/** How far the election is and who was elected; candidates, notice and ballots are with the election. */
export function ElectionCard({ founding }: { founding: Founding }) {
  const { election, body } = founding
  if (!election) return null
  const titles: Readonly<Record<string, string>> = dutyTitles
  const titleOf = (duty: string) => (body === 'organiser' && duty === 'chair' ? titles.organiser : titles[duty]) ?? duty
  const byDuty = Map.groupBy(election.elected, ({ duty }) => duty)
  return (
    <Card title="选举" sub={election.number} actions={<Link href={`/console/elections/${election.id}`}>打开选举</Link>}>
      <Facts>
        <Fact term="走到哪一步" note={election.heldOn ? `${election.heldOn} 开会` : undefined}>
          <Tag tone={election.isConfirmed ? 'green' : 'blue'}>{election.stateTitle}</Tag>
        </Fact>
        {Object.keys(titles).map((duty) => {
          const elected = byDuty.get(duty)
          return (
            elected && (
              <Fact key={duty} term={titleOf(duty)}>
                {elected.map(({ name, isFullTime }) => (isFullTime ? `${name}（专职）` : name)).join('、')}
              </Fact>
            )
          )
        })}
      </Facts>
      {founding.state === 'electing' && (
        <Notice>候选人、公示、投票和计票在选举里办；结果报告以后，回到这里报请成立。</Notice>
      )}
    </Card>
  )
}
