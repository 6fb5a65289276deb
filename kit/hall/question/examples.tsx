import { useState } from 'react'
import type { GalleryEntry } from '../../example.ts'
import { Choice } from '../choice/choice.tsx'
import { type Draft, useDraft } from '../draft/use-draft.ts'
import { type FoundAnswer, SearchAnswer } from '../search-answer/search-answer.tsx'
import { TextAnswer } from '../text-answer/text-answer.tsx'
import { Question } from './question.tsx'

const enterprises: FoundAnswer[] = [
  { id: '1', name: '深圳市某某电子有限公司', context: '平湖街道 · 辅城坳' },
  { id: '2', name: '深圳市平湖某电子厂', context: '平湖街道 · 白泥坑' },
]
const ways = [
  { value: 'open', title: '可以告诉单位我的名字' },
  { value: 'hidden', title: '不要让单位知道是我' },
]

const blank = { story: '', enterprise: '电子', enterpriseId: '', way: '' }

interface StepProps {
  draft: Draft<typeof blank>
  go: (step: number) => void
}

function Story({ draft, go }: StepProps) {
  const { value, change, saved } = draft
  const why = value.story ? undefined : '先写一句'
  return (
    <Question step={1} of={3} saved={saved} title="遇到了什么事？" why={why} onNext={() => go(2)}>
      <TextAnswer
        label="遇到了什么事"
        lines={5}
        max={500}
        voice
        value={value.story}
        onChange={(story) => change({ story })}
      />
    </Question>
  )
}

function Enterprise({ draft, go }: StepProps) {
  const { value, change, saved } = draft
  return (
    <Question
      step={2}
      of={3}
      saved={saved}
      title="是哪家单位？"
      hint="写名字里的几个字，或选您常送的平台。"
      reassurance="单位不会知道是谁反映的，除非您同意。"
      onBack={() => go(1)}
      onNext={() => go(3)}
    >
      <SearchAnswer
        label="单位名称"
        value={value.enterprise}
        onChange={(enterprise) => change({ enterprise, enterpriseId: '' })}
        search={async (text) => enterprises.filter(({ name }) => name.includes(text))}
        chosenId={value.enterpriseId}
        onChoose={({ id }) => change({ enterpriseId: id })}
        missing={{ title: '不在上面，直接写名字', onDo: () => go(3) }}
      />
    </Question>
  )
}

function Way({ draft, go }: StepProps) {
  const { value, change, clear, saved } = draft
  const problem = '网络断了，还没有交上。您写的都在，连上后再按一次。'
  return (
    <Question
      step={3}
      of={3}
      saved={saved}
      title="要不要让单位知道是您？"
      problem={problem}
      onBack={() => go(2)}
      onNext={clear}
    >
      <Choice label="让单位知道吗" options={ways} value={value.way} onChange={(way) => change({ way })} />
    </Question>
  )
}

const screens = [Story, Enterprise, Way]

function Steps() {
  const draft = useDraft('gallery', blank)
  const [step, setStep] = useState(2)
  const Screen = screens[step - 1]!
  return <Screen draft={draft} go={setStep} />
}

export const gallery: GalleryEntry = {
  name: 'Question · useDraft',
  use: '一屏一问，一个按钮；草稿一边写一边存在手机上。',
  hall: true,
  examples: [{ title: '三步诉求', show: Steps, isPage: true }],
}
