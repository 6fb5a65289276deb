import { useState } from 'react'
import { sentenceOf, useAct } from '../../../kit/api/index.ts'
import { Button, Dialog, Form, Notice, TextField, useNavigation, useSay } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { type Imported, useImports } from './use-imports.ts'

/** What can be done with an import; a refusal is said in passing. */
export function useVerbs({ id }: Pick<Imported, 'id'>) {
  const { check, store, retry, cancel } = useImports()
  const say = useSay()
  const doing = {
    check: useAct(check),
    store: useAct(store),
    retry: useAct(retry),
    cancel: useAct(cancel),
  }
  const run = (verb: keyof typeof doing, done: string) => async () => {
    try {
      await doing[verb]({ id })
      say(done)
    } catch (error) {
      say(sentenceOf(error))
    }
  }
  return {
    check: run('check', '开始核对'),
    store: run('store', '开始导入'),
    retry: run('retry', '接着办了'),
    cancel: run('cancel', '已叫停'),
  }
}

/** The buttons of an import: one primary at most. What the columns need stands with the columns. */
export function Verbs({ one }: { one: Imported }) {
  const { store, retry, cancel } = useVerbs(one)
  const [isUndoing, setUndoing] = useState(false)
  const may = (verb: Imported['verbs'][number]) => one.verbs.includes(verb)
  const good = one.counts.added + one.counts.changed
  return (
    <>
      {may('cancel') && one.state !== 'checking' && one.state !== 'storing' && (
        <Button onClick={() => void cancel()}>放弃</Button>
      )}
      {may('undo') && <Button onClick={() => setUndoing(true)}>撤销导入</Button>}
      {may('retry') && (
        <Button kind="primary" onClick={() => void retry()}>
          接着办
        </Button>
      )}
      {may('store') && one.state === 'stored' && (
        <Button kind="primary" onClick={() => void store()}>
          接着导入
        </Button>
      )}
      {one.state === 'checked' && may('store') && (
        <Button kind="primary" why={good === 0 ? '没有可以新增或更新的行' : undefined} onClick={() => void store()}>
          {`导入 ${good} 行`}
        </Button>
      )}
      {isUndoing && <UndoDialog one={one} onClose={() => setUndoing(false)} />}
    </>
  )
}

function UndoDialog({ one, onClose }: { one: Imported; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const undo = useAct(useImports().undo)
  const go = useNavigation()
  const submit = async () => {
    await undo({ id: one.id, reason })
    onClose()
    go(`/console/imports/${one.id}`)
  }
  return (
    <Dialog
      open
      title="撤销这次导入"
      submit={`撤销 ${one.written} 行`}
      why={reason.trim() === '' ? '请写明原因' : undefined}
      onClose={onClose}
      onSubmit={submit}
    >
      <Form>
        <Notice tone="watch" title="台账会回到导入以前">
          {`新增的 ${one.counts.added} 行会删掉，更新的 ${one.counts.changed} 行会改回原来的内容。导入以后有人改过、或已被别的业务用到的，留着不动，并逐行列出来。`}
          {one.undoUntil && ` 可以撤销到 ${wallTime(one.undoUntil).day}。`}
        </Notice>
        <TextField label="原因" hint="例如：传错了表" value={reason} onChange={setReason} required />
      </Form>
    </Dialog>
  )
}
