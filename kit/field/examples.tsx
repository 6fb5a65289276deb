import { useState } from 'react'
import type { GalleryEntry } from '../example.ts'
import { CheckField, ChecksField, ChoiceField, SelectField } from './choice-field.tsx'
import { DayField, InstantField } from './day-field.tsx'
import { Form, FormPair } from './form.tsx'
import { MoneyField, NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

const kinds = ['欠薪', '工伤', '解除合同', '社保', '工时', '女职工保护', '其他'].map((title) => ({
  value: title,
  title,
}))
const results = [
  { value: 'agreed', title: '调解成功' },
  { value: 'refused', title: '一方不同意调解', hint: '可转仲裁或法律援助' },
  { value: 'withdrawn', title: '本人撤回' },
]

function Words() {
  const [story, setStory] = useState('')
  const [phone, setPhone] = useState('1380013800')
  return (
    <Form>
      <TextField label="发生了什么" value={story} onChange={setStory} lines={3} max={500} required />
      <TextField
        label="手机号"
        kind="tel"
        value={phone}
        onChange={setPhone}
        error="少了一位，手机号是 11 位"
        required
      />
    </Form>
  )
}

function Numbers() {
  const [people, setPeople] = useState<number | undefined>(27)
  const [fen, setFen] = useState<number | undefined>(48_600_000)
  const [day, setDay] = useState('2024-11-18')
  const [instant, setInstant] = useState<string | undefined>('2024-11-21T01:30:00.000Z')
  return (
    <Form>
      <FormPair>
        <NumberField label="涉及人数" value={people} onChange={setPeople} unit="人" required />
        <MoneyField label="请求金额" hint={`记为 ${fen ?? '–'} 分`} value={fen} onChange={setFen} />
      </FormPair>
      <FormPair>
        <DayField label="发生日期" value={day} onChange={setDay} required />
        <InstantField label="约见时间" value={instant} onChange={setInstant} />
      </FormPair>
    </Form>
  )
}

function Choices() {
  const [kind, setKind] = useState<string>()
  const [result, setResult] = useState('agreed')
  const [needs, setNeeds] = useState<string[]>(['欠薪'])
  const [consent, setConsent] = useState(true)
  return (
    <Form>
      <SelectField label="类别" value={kind} onChange={setKind} options={kinds} required />
      <ChoiceField label="结果" value={result} onChange={setResult} options={results} required />
      <ChecksField label="还涉及" value={needs} onChange={setNeeds} options={kinds.slice(0, 4)} />
      <CheckField checked={consent} onChange={setConsent}>
        当事人同意把材料转给法院
      </CheckField>
    </Form>
  )
}

export const gallery: GalleryEntry = {
  name: 'Field',
  use: '工作台表单的格子：字、数、钱、日子、选择。每格有名、有提示、错了说怎么改。',
  examples: [
    { title: '写字', show: Words },
    { title: '数、钱、日子', show: Numbers },
    { title: '选择', show: Choices },
  ],
}
