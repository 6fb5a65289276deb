import './federations.css'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { ApiError, NotYet, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Link, Page, Segments, StateBlock } from '../../../kit/index.ts'
import { marks } from '../rules/words.ts'
import { ChecklistTab } from './checklist-tab.tsx'
import { ClubsTab } from './clubs-tab.tsx'
import { EndMarkDialog } from './end-dialogs.tsx'
import { GridTab } from './grid-tab.tsx'
import { LinksTab } from './links-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { type Federation, home, title, useFederations } from './place.ts'
import { ApplyDialog, PilotDialog, ProposeDialog } from './propose-dialogs.tsx'
import { GradeTag, MarkTags } from './tags.tsx'

const tabs = [
  { value: 'overview', title: '概况' },
  { value: 'checklist', title: '规范化' },
  { value: 'grid', title: '网格' },
  { value: 'clubs', title: '社团' },
  { value: 'links', title: '联动' },
] as const
type Tab = (typeof tabs)[number]['value']

/** One federation; the address holds which side of it is shown. */
export function FederationPage() {
  const { id = '' } = useParams()
  const { data, error, state, retry } = useRead(useFederations().federation, { id })
  if (data) return <Opened key={data.id} federation={data} />
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) {
    return (
      <StateBlock kind="empty" title="没有找到这个工联会">
        可能已经撤并，或不在您的辖区。<Link href={home}>回到名册</Link>
      </StateBlock>
    )
  }
  return <NotYet state={state} retry={retry} />
}

function Opened({ federation }: { federation: Federation }) {
  const [params, setParams] = useSearchParams()
  const tab = tabs.find(({ value }) => value === params.get('tab'))?.value ?? 'overview'
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: federation.street, href: home }, { title: federation.name }]}
      title={federation.name}
      badges={
        <>
          <GradeTag grade={federation.grade} />
          <MarkTags of={federation.marks} />
        </>
      }
      actions={<Verbs federation={federation} />}
    >
      <Segments
        label="看哪一面"
        value={tab}
        onChange={(next) => setParams(next === 'overview' ? {} : { tab: next }, { replace: true })}
        options={[...tabs]}
      />
      <Side tab={tab} federation={federation} />
    </Page>
  )
}

function Side({ tab, federation }: { tab: Tab; federation: Federation }) {
  if (tab === 'checklist') return <ChecklistTab id={federation.id} />
  if (tab === 'grid') return <GridTab id={federation.id} />
  if (tab === 'clubs') return <ClubsTab id={federation.id} />
  if (tab === 'links') return <LinksTab id={federation.id} />
  return <OverviewTab federation={federation} />
}

/** What is given and taken away by decision; the other marks follow from records. */
const ended = ['pilot', 'point'] as const
type Asked = 'grade' | 'point' | 'pilot' | 'apply' | 'end pilot' | 'end point'

function Verbs({ federation }: { federation: Federation }) {
  const { may } = useDesk()
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  return (
    <div className="federation-verbs">
      {may('federations.propose') && <Button onClick={() => setAsked('grade')}>提出调整等级</Button>}
      {may('federations.propose') && !federation.marks.includes('point') && (
        <Button onClick={() => setAsked('point')}>提为示范点</Button>
      )}
      {may('federations.mark') && !federation.marks.includes('pilot') && (
        <Button onClick={() => setAsked('pilot')}>列为试点</Button>
      )}
      {may('federations.mark') &&
        ended
          .filter((mark) => federation.marks.includes(mark))
          .map((mark) => (
            <Button key={mark} onClick={() => setAsked(`end ${mark}`)}>
              不再是{marks[mark]}
            </Button>
          ))}
      {may('federations.apply') && (
        <Button kind="primary" onClick={() => setAsked('apply')}>
          申报“四力杯”项目
        </Button>
      )}
      {(asked === 'grade' || asked === 'point') && (
        <ProposeDialog federation={federation} kind={asked} onClose={close} />
      )}
      {asked === 'pilot' && <PilotDialog federation={federation} onClose={close} />}
      {asked === 'end pilot' && <EndMarkDialog federation={federation} mark="pilot" onClose={close} />}
      {asked === 'end point' && <EndMarkDialog federation={federation} mark="point" onClose={close} />}
      {asked === 'apply' && <ApplyDialog federation={federation} onClose={close} />}
    </div>
  )
}
