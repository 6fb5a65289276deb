import './federations.css'
import { useParams, useSearchParams } from 'react-router'
import { NotYet, useNow, useRead } from '../../../kit/api/index.ts'
import { Card, Fact, Facts, Link, MatterPage, Tag, verbInAddress } from '../../../kit/index.ts'
import { scoreWords } from '../rules/scoring.ts'
import { gradeWords, matterKinds } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { JudgesCard } from './judges-card.tsx'
import { federationHref, home, type Matter, title, useFederations } from './place.ts'
import { VerbDialog } from './verb-dialogs.tsx'

/** One matter of a federation: a project, a grade, a point, or what a visit found. */
export function RecordPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useFederations().get, { id })
  return data ? <Opened matter={data} /> : <NotYet state={state} retry={retry} />
}

const paths = {
  project: workflow.path,
  grade: ['proposed', 'approved'],
  point: ['proposed', 'approved'],
  follow_up: ['following', 'followed'],
} as const

const storyTitles = { project: '做法和成效', grade: '依据', point: '示范什么', follow_up: '走访看到、听到的' } as const

function Opened({ matter }: { matter: Matter }) {
  const now = useNow()
  const [verb, setVerb] = verbInAddress(useSearchParams(), matter.verbs)
  return (
    <MatterPage
      home={{ title, href: home }}
      matter={matter}
      workflow={{ ...workflow, path: [...paths[matter.kind]] }}
      now={now}
      onVerb={setVerb}
      badges={<Tag>{matterKinds[matter.kind]}</Tag>}
      side={<WhatCard matter={matter} />}
    >
      <Card title={storyTitles[matter.kind]}>
        <p className="federation-story">{matter.content}</p>
      </Card>
      {matter.kind === 'project' && <JudgesCard matter={matter} />}
      {verb && <VerbDialog key={verb} verb={verb} matter={matter} onClose={() => setVerb(undefined)} />}
    </MatterPage>
  )
}

function WhatCard({ matter }: { matter: Matter }) {
  return (
    <Card title="哪个工联会">
      <Facts>
        <Fact term="工联会">
          <Link href={federationHref(matter.org.id)}>{matter.org.name}</Link>
        </Fact>
        {matter.year !== null && <Fact term="年度">{matter.year} 年</Fact>}
        {matter.gradeTo !== null && (
          <Fact term="等级">
            {gradeWords(matter.gradeFrom)}调整为{gradeWords(matter.gradeTo)}
          </Fact>
        )}
        {matter.score !== null && <Fact term="得分">{scoreWords(matter.score)}</Fact>}
      </Facts>
    </Card>
  )
}
