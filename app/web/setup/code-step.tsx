import { type FormEvent, useState } from 'react'
import { Button, Card, Form, TextField } from '../../../kit/index.ts'
import { ask, Refusal, stageShape } from './ask.ts'

/** Whoever sits at the server has the code; nobody else on the network may take the house. */
export function CodeStep({ onDone }: { onDone: (code: string, next: 'federation' | 'tree') => void }) {
  const [code, setCode] = useState('')
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return setError('请输入设置码')
    setBusy(true)
    try {
      const { stage } = await ask(stageShape, '/api/setup/code', { code })
      onDone(code, stage === 'federation' ? 'federation' : 'tree')
    } catch (refusal) {
      setError(refusal instanceof Refusal ? refusal.message : '没有核对成功，请再试一次')
      setBusy(false)
    }
  }
  return (
    <Card>
      <form className="setup-form" onSubmit={submit} noValidate>
        <Form>
          <TextField
            label="设置码"
            hint="八位字母和数字，大小写和短横不计，例如 K7MQ-3XWD"
            value={code}
            onChange={setCode}
            error={error}
            max={20}
            autoComplete="off"
            required
          />
        </Form>
        <div>
          <Button kind="primary" type="submit" busy={isBusy}>
            下一步
          </Button>
        </div>
      </form>
    </Card>
  )
}
