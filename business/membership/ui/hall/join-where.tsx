import { useFirmSearch, useNow, useStreets } from '../../../../kit/api/index.ts'
import {
  Choice,
  type Draft,
  HallNotice,
  Question,
  SearchAnswer,
  StreetAnswer,
  TextAnswer,
} from '../../../../kit/hall/index.ts'
import { wallTime } from '../../../../kit/time/time-words.ts'
import { kindOptions } from '../../rules/kinds.ts'
import { type JoinDraft, lackOfWork } from './draft.ts'

const works = [
  { value: 'firm', title: '在单位上班', hint: '公司、工厂、店铺、学校、医院' },
  { value: 'new_form', title: '跑单、送货、开车、做家政', hint: '平台派单，或给站点、公司干' },
  { value: 'none', title: '我没有固定单位', hint: '打零工，或者刚离开单位' },
]

interface AskWorkProps {
  draft: Draft<JoinDraft>
  onNext: () => void
  onBack: () => void
}

/** Second screen: where I work; what follows depends on the answer. */
export function AskWork({ draft, onNext, onBack }: AskWorkProps) {
  const { value, change } = draft
  const part = { value, onChange: change }
  return (
    <Question
      step={2}
      of={3}
      title="您在哪里上班？"
      saved={draft.saved}
      why={lackOfWork(value)}
      onNext={onNext}
      onBack={onBack}
    >
      <Choice
        label="在哪里上班"
        options={works}
        value={value.work}
        onChange={(work) => change({ work, unionId: '' })}
      />
      {value.work === 'firm' && <Firm {...part} title="单位名字" />}
      {value.work === 'new_form' && <Trade {...part} />}
      {value.work === 'none' && (
        <>
          <TextAnswer
            label="平时做什么（可不填）"
            showLabel
            max={50}
            value={value.occupation}
            onChange={(occupation) => change({ occupation })}
          />
          <AskStreet {...part} label="常在哪个街道" />
        </>
      )}
    </Question>
  )
}

interface PartProps {
  value: JoinDraft
  onChange: Draft<JoinDraft>['change']
}

const noFirm = { enterpriseId: '', enterpriseName: '', unionId: '' }

/** A firm of the register, or by name with its street. */
function Firm({ value, onChange, title }: PartProps & { title: string }) {
  const search = useFirmSearch()
  if (value.enterpriseName && !value.enterpriseId) {
    return (
      <>
        <HallNotice action={{ title: '改', onDo: () => onChange({ ...noFirm, employerText: '' }) }}>
          就写“{value.enterpriseName}”。再选一下在哪个街道。
        </HallNotice>
        <AskStreet value={value} onChange={onChange} label="单位在哪个街道" />
      </>
    )
  }
  return (
    <SearchAnswer
      label={title}
      value={value.employerText}
      onChange={(employerText) => onChange({ ...noFirm, employerText })}
      search={search}
      chosenId={value.enterpriseId}
      onChoose={({ id, name }) => onChange({ enterpriseId: id, enterpriseName: name, employerText: name, unionId: '' })}
      placeholder="名字里的几个字，比如：平湖 电子"
      missing={{ title: '不在上面，直接写名字', onDo: (name) => onChange({ ...noFirm, enterpriseName: name }) }}
    />
  )
}

/** New-form employment: the trade from the table in force, then the station if there is one, then the street. */
function Trade({ value, onChange }: PartProps) {
  const today = wallTime(useNow()).day
  return (
    <>
      <h2 className="join-part">做哪一行？</h2>
      <div className="join-trades">
        <Choice
          label="做哪一行"
          options={kindOptions(today)}
          value={value.newFormKind}
          onChange={(newFormKind) => onChange({ newFormKind })}
        />
      </div>
      <h2 className="join-part">给哪个站点或公司干？没有就不填</h2>
      <Firm value={value} onChange={onChange} title="站点或公司名字" />
      {!value.enterpriseId && !value.enterpriseName && (
        <AskStreet value={value} onChange={onChange} label="常在哪个街道跑" />
      )}
    </>
  )
}

function AskStreet({ value, onChange, label }: PartProps & { label: string }) {
  const { streets, isLost } = useStreets()
  return (
    <StreetAnswer
      label={label}
      streets={streets}
      value={value.street}
      chosen={value.streetName}
      lost={isLost ? '街道名单没有取到，等网络好了再选。您写的还在。' : undefined}
      onChange={(street, streetName) => onChange({ street, streetName, unionId: '' })}
    />
  )
}
