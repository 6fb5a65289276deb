import { useParams, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { NotYet, useDesk, useNow, useRead } from '../../../kit/api/index.ts'
import {
  Attachments,
  Card,
  dayWords,
  Fact,
  Facts,
  Link,
  MatterPage,
  NoteForm,
  verbInAddress,
} from '../../../kit/index.ts'
import type { Matter as MatterShape } from '../contract.ts'
import { reasons } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { firmHref, home, useCoverage } from './place.ts'

type Matter = z.output<typeof MatterShape>

/** One exclusion on one page. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useCoverage().get, { id })
  return data ? <Opened matter={data} /> : <NotYet state={state} retry={retry} />
}

function Opened({ matter }: { matter: Matter }) {
  const now = useNow()
  const { fileHref } = useDesk()
  const [verb, setVerb] = verbInAddress(useSearchParams(), matter.verbs)
  const asked = verb && verb in dialogs ? dialogs[verb as keyof typeof dialogs] : undefined
  const files = matter.files.map(({ id, name, bytes }) => ({
    id,
    name,
    size: bytes,
    state: 'done' as const,
    href: fileHref(id),
  }))
  return (
    <MatterPage
      home={{ title: '列入不计事项', href: `${home}/exclusions` }}
      matter={matter}
      workflow={workflow}
      now={now}
      onVerb={setVerb}
      side={<Terms matter={matter} />}
    >
      <Card title="依据">
        <p className="coverage-evidence">{matter.evidence}</p>
        <Attachments label="材料" files={files} />
      </Card>
      {asked && <VerbDialog key={verb} matter={matter} verb={asked} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}

function Terms({ matter }: { matter: Matter }) {
  const { enterpriseId, enterpriseName, reason, approvedOn, untilOn, endedOn } = matter
  return (
    <Card title="不计什么">
      <Facts>
        <Fact term="企业">
          <Link href={firmHref(enterpriseId)}>{enterpriseName}</Link>
        </Fact>
        <Fact term="原因">{reasons[reason]}</Fact>
        <Fact term="从哪天不计">{approvedOn ? dayWords(approvedOn) : '还没有批准'}</Fact>
        <Fact term="到哪天恢复">{dayWords(endedOn ?? untilOn)}</Fact>
      </Facts>
    </Card>
  )
}

/** What each verb asks for. */
const dialogs = {
  approve: { name: 'approve', title: '批准', label: '批准意见', isNeeded: false, done: '已批准，从今天起不计入' },
  refuse: { name: 'refuse', title: '不批准', label: '为什么不批准', isNeeded: true, done: '没有批准，照常计入' },
  lift: { name: 'lift', title: '提前恢复计入', label: '为什么恢复', isNeeded: true, done: '从今天起恢复计入' },
} as const

interface VerbDialogProps {
  matter: Matter
  verb: (typeof dialogs)[keyof typeof dialogs]
  onClose: () => void
}

function VerbDialog({ matter, verb: { name, done, ...words }, onClose }: VerbDialogProps) {
  const call = useCoverage()[name]
  return (
    <NoteForm matter={matter} call={call} said={`${matter.number} ${done}`} max={1000} {...words} onClose={onClose} />
  )
}
