import { type Draft, HallNotice, Link, Question, TextAnswer } from '../../../../kit/hall/index.ts'
import type { Start } from './api.ts'
import { type Document, type JoinDraft, lackOfWho } from './draft.ts'

interface PartProps {
  draft: Draft<JoinDraft>
  onNext: () => void
  onBack: () => void
}

const kept = '姓名和单位存在这部手机上；证件号码不存，关了页面要再写。'

/** First screen: name and document number; the phone is known from signing in. */
export function AskWho({ draft, document, onDocument, isOffline, onNext, onBack }: PartProps & DocumentProps) {
  const isPassport = document.idKind === 'passport'
  return (
    <Question
      step={1}
      of={3}
      title="您是谁？"
      hint="照身份证写。手机号已经有了，不用再写。"
      saved={draft.saved}
      reassurance={`证件号码加密保存，办事的人只看得到头尾几位。${kept}`}
      why={lackOfWho(draft.value, document)}
      onNext={onNext}
      onBack={onBack}
    >
      {isOffline && <HallNotice tone="watch">网络断了，可以接着写，连上网再交。</HallNotice>}
      <TextAnswer
        label="姓名"
        showLabel
        max={50}
        autoComplete="name"
        value={draft.value.name}
        onChange={(name) => draft.change({ name })}
      />
      <TextAnswer
        label={isPassport ? '护照号码' : '身份证或居住证号码'}
        showLabel
        max={60}
        autoComplete="off"
        value={document.idNumber}
        onChange={(idNumber) => onDocument({ ...document, idNumber })}
      />
      {isPassport && (
        <TextAnswer
          label="出生日期"
          showLabel
          kind="day"
          value={document.birthOn}
          onChange={(birthOn) => onDocument({ ...document, birthOn })}
        />
      )}
      <button
        type="button"
        className="nf-link nf-hall-target"
        onClick={() => onDocument({ ...document, idKind: isPassport ? 'resident' : 'passport' })}
      >
        {isPassport ? '我用身份证或居住证' : '我用护照'}
      </button>
    </Question>
  )
}

interface DocumentProps {
  document: Document
  onDocument: (document: Document) => void
  isOffline: boolean
}

/** What the registry knows already is not asked again. */
export function Known({ known, draft, onNext, onBack }: PartProps & { known: NonNullable<Start['known']> }) {
  return (
    <Question
      step={1}
      of={3}
      title="这是您吗？"
      hint="工会已经登记过您，不用再写。"
      saved={draft.saved}
      next="是我，下一步"
      onNext={onNext}
      onBack={onBack}
    >
      <dl className="join-known">
        <div>
          <dt>姓名</dt>
          <dd>{known.name}</dd>
        </div>
        <div>
          <dt>证件号码</dt>
          <dd>{known.idNumber}</dd>
        </div>
      </dl>
      <Link href="/not-me" className="nf-link nf-hall-target">
        这不是我，手机号以前是别人的
      </Link>
    </Question>
  )
}
