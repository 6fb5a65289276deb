import { useState } from 'react'
import { useNavigate } from 'react-router'
import { newIntent, sentenceOf, useFirmSearch, useStreets } from '../../../kit/api/index.ts'
import {
  type Draft,
  HallNotice,
  Link,
  Question,
  SearchAnswer,
  StreetAnswer,
  TextAnswer,
  useDraft,
} from '../../../kit/hall/index.ts'
import { useAsk } from './hall-api.ts'
import { blank, draftKey, inputOf, lackOf, type WishDraft } from './hall-draft.ts'

/** One screen: which employer, and if one likes a word about it. */
export function AskUnion({ onSent }: { onSent: (id: string) => void }) {
  const navigate = useNavigate()
  const draft = useDraft(draftKey, blank)
  const { value, change } = draft
  const sending = useSending(draft, onSent)
  return (
    <Question
      step={1}
      of={1}
      title="您在哪家单位上班？"
      hint="单位还没有工会的，社区工联会去和单位谈。"
      saved={draft.saved}
      reassurance="不会告诉单位是谁提的。只有工会办事的人写明原因才能看到，看了会留下记录。"
      problem={sending.problem}
      why={lackOf(value)}
      busy={sending.busy}
      onNext={() => void sending.send()}
      onBack={() => navigate('/')}
    >
      {value.firmName ? <ByHand value={value} onChange={change} /> : <Find value={value} onChange={change} />}
      <TextAnswer
        label="想说的话（可不填）"
        showLabel
        lines={3}
        max={500}
        voice
        placeholder="比如：站里四十个骑手，都想有工会"
        value={value.note}
        onChange={(note) => change({ note })}
      />
      <Link href="/union/mine" className="nf-link nf-hall-target">
        看我提过的
      </Link>
    </Question>
  )
}

/** Pressed twice, or again after the line broke, it is done once; what was written stays until it has arrived. */
function useSending({ value, change, clear }: Draft<WishDraft>, onSent: (id: string) => void) {
  const ask = useAsk()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async () => {
    const input = inputOf(value)
    const sent = JSON.stringify(input)
    const key = value.sent === sent && value.key ? value.key : newIntent()
    change({ key, sent })
    setBusy(true)
    setProblem(undefined)
    try {
      const { id } = await ask('organising', 'wish', input, key)
      clear()
      onSent(id)
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, send }
}

interface PartProps {
  value: WishDraft
  onChange: Draft<WishDraft>['change']
}

function Find({ value, onChange }: PartProps) {
  const search = useFirmSearch()
  return (
    <SearchAnswer
      label="单位名字"
      value={value.firmText}
      onChange={(firmText) => onChange({ firmText, enterpriseId: '' })}
      search={search}
      chosenId={value.enterpriseId}
      onChoose={({ id, name }) => onChange({ enterpriseId: id, firmText: name })}
      placeholder="名字里的几个字，比如：平湖 电子"
      missing={{ title: '不在上面，直接写名字', onDo: (name) => onChange({ firmName: name, enterpriseId: '' }) }}
    />
  )
}

/** The register does not know it: then the street tells who goes there. */
function ByHand({ value, onChange }: PartProps) {
  const { streets, isLost } = useStreets()
  return (
    <>
      <HallNotice action={{ title: '改', onDo: () => onChange({ firmName: '', place: '' }) }}>
        就写“{value.firmName}”。再选一下在哪个街道。
      </HallNotice>
      <StreetAnswer
        label="在哪个街道"
        streets={streets}
        value={value.place}
        lost={isLost ? '街道名单没有取到，等网络好了再选。您写的还在。' : undefined}
        onChange={(place) => onChange({ place })}
      />
    </>
  )
}
