import { type FormEvent, useState } from 'react'
import { Button, Card, Form, FormPair, Notice, Stack, TextField } from '../../../kit/index.ts'
import { ask, Refusal, stageShape } from './ask.ts'

const administrators = [
  { role: 'system', title: '系统管理员', duty: '维护单位、岗位、账号和参数' },
  { role: 'security', title: '安全管理员', duty: '审定授权，处理安全事件' },
  { role: 'audit', title: '审计管理员', duty: '查阅审计记录，监督前两位' },
] as const

const blank = { name: '', username: '', password: '' }
const empty = {
  code: '',
  name: '',
  shortName: '',
  system: { ...blank, username: 'system' },
  security: { ...blank, username: 'security' },
  audit: { ...blank, username: 'audit' },
}
type Filled = typeof empty

/** The federation, and the three people who administer it (三员分立). */
export function FederationStep({ code, onDone }: { code: string; onDone: () => void }) {
  const [filled, setFilled] = useState<Filled>(empty)
  const [refusal, setRefusal] = useState<Refusal>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await ask(stageShape, '/api/setup', { code, body: filled })
      onDone()
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal(0, '没有提交成功，请再试一次。您填的内容还在。'))
      setBusy(false)
    }
  }
  return (
    <form className="setup-form" onSubmit={submit} noValidate>
      <Stack>
        <Federation value={filled} faults={refusal?.fields ?? {}} onChange={setFilled} />
        <Notice title="三名管理员必须是三个不同的人，互相监督，都不办理业务">
          请本人到场各自设置密码：至少 10 位，含大写字母、小写字母、数字、符号中的三类。首次登录时还要再改一次。
        </Notice>
        {administrators.map(({ role, title, duty }) => (
          <Administrator
            key={role}
            title={title}
            duty={duty}
            value={filled[role]}
            errorOf={(name) => refusal?.fields[`${role}.${name}`]}
            onChange={(value) => setFilled({ ...filled, [role]: value })}
          />
        ))}
        {refusal && <Notice tone="bad">{refusal.message}</Notice>}
        <div>
          <Button kind="primary" type="submit" busy={isBusy}>
            设立并开账号
          </Button>
        </div>
      </Stack>
    </form>
  )
}

interface FederationProps {
  value: Filled
  faults: Readonly<Record<string, string>>
  onChange: (value: Filled) => void
}

function Federation({ value, faults, onChange }: FederationProps) {
  const field = (name: 'code' | 'name' | 'shortName', max: number) => ({
    value: value[name],
    error: faults[name],
    max,
    onChange: (text: string) => onChange({ ...value, [name]: text }),
    required: true,
  })
  return (
    <Card title="总工会">
      <Form>
        <FormPair>
          <TextField
            label="行政区划代码"
            hint="本区（县）的 6 位代码，例如 440307"
            autoComplete="off"
            {...field('code', 6)}
          />
          <TextField label="简称" hint="页面角上显示，例如 区总工会" autoComplete="off" {...field('shortName', 20)} />
        </FormPair>
        <TextField label="全称" hint="例如 某某区总工会" autoComplete="organization" {...field('name', 60)} />
      </Form>
    </Card>
  )
}

interface AdministratorProps {
  title: string
  duty: string
  value: typeof blank
  errorOf: (name: keyof typeof blank) => string | undefined
  onChange: (value: typeof blank) => void
}

function Administrator({ title, duty, value, errorOf, onChange }: AdministratorProps) {
  const field = (name: keyof typeof blank) => ({
    value: value[name],
    error: errorOf(name),
    onChange: (text: string) => onChange({ ...value, [name]: text }),
    required: true,
  })
  return (
    <Card title={title} sub={duty}>
      <Form>
        <FormPair>
          <TextField label="姓名" max={50} autoComplete="off" {...field('name')} />
          <TextField label="用户名" max={30} autoComplete="off" {...field('username')} />
        </FormPair>
        <TextField label="密码" kind="password" max={128} autoComplete="new-password" {...field('password')} />
      </Form>
    </Card>
  )
}
