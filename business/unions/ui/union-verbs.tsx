import { useDesk } from '../../../kit/api/index.ts'
import { Button } from '../../../kit/index.ts'
import { home, type Union } from './place.ts'

/** What may be done with a union; the one that it needs most is primary. */
export function UnionVerbs({ union, onAsk }: { union: Union; onAsk: (what: string) => void }) {
  const { may } = useDesk()
  const next = nextOf(union)
  const verbs = [
    { name: 'edit', title: '补填资料', permission: 'unions.edit' },
    { name: 'appoint', title: '任命', permission: 'unions.office' },
    ...(union.terms.length === 0 ? [{ name: 'recordTerm', title: '补录任期', permission: 'unions.recordTerm' }] : []),
    {
      name: 'callElection',
      title: next === 'callElection' ? callWords(union) : '发起选举',
      permission: 'unions.callElection',
    },
    ...(union.election?.isWaiting
      ? [{ name: 'takeResult', title: '按选举结果就任', permission: 'unions.takeResult' }]
      : []),
  ]
  return (
    <div className="union-verbs">
      {may('unions.request') && <Button href={`${home}/new?union=${union.id}`}>申请变更</Button>}
      {verbs
        .filter(({ permission }) => may(permission))
        .toSorted((a, b) => Number(a.name === next) - Number(b.name === next))
        .map(({ name, title }) => (
          <Button
            key={name}
            kind={name === next ? 'primary' : 'plain'}
            why={
              name === 'callElection' && union.election?.isOpen ? `选举 ${union.election.number} 正在进行` : undefined
            }
            onClick={() => onAsk(name)}
          >
            {title}
          </Button>
        ))}
    </div>
  )
}

function nextOf({ election, termState, chairVacantSince }: Union): string | undefined {
  if (election?.isWaiting) return 'takeResult'
  if (election?.isOpen) return undefined
  if (termState === 'none') return 'recordTerm'
  return termState !== 'valid' || chairVacantSince ? 'callElection' : undefined
}

const callWords = ({ termState }: Union): string => (termState === 'valid' ? '发起补选' : '发起换届')
