import './masked.css'
import { useEffect, useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { TextField } from '../field/text-field.tsx'

interface MaskedProps {
  /** As the server masked it: 138****0000. */
  value: string
  /** What it is: 手机号, 身份证号. */
  what: string
  /** Records the reason and gives the whole value; rejects with a sentence when not allowed. */
  onReveal: (reason: string) => Promise<string>
}

const SHOWN_SECONDS = 60
/** As the server wants it. */
const FEWEST_LETTERS = 4

/** Something private: covered, opened for a minute after the reason was written down. */
export function Masked({ value, what, onReveal }: MaskedProps) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useShown()
  const reveal = async () => {
    setShown(await onReveal(reason.trim()))
    setAsking(false)
    setReason('')
  }
  return (
    <span className="nf-masked">
      <span aria-live="polite">{shown ?? value}</span>
      <button type="button" className="nf-link" onClick={() => (shown ? setShown(undefined) : setAsking(true))}>
        {shown ? '盖上' : '查看'}
        <span className="nf-hidden">{what}</span>
      </button>
      <Dialog
        open={asking}
        title={`查看${what}`}
        submit="查看"
        why={reason.trim().length < FEWEST_LETTERS ? '先写查看原因，至少四个字' : undefined}
        onClose={() => setAsking(false)}
        onSubmit={reveal}
      >
        <p className="nf-soft">谁、何时、为什么查看都会记下，当事人可以问到。一分钟后自动盖上。</p>
        <TextField
          label="查看原因"
          hint="至少四个字"
          value={reason}
          onChange={setReason}
          placeholder="例如：电话联系当事人"
          max={100}
          required
        />
      </Dialog>
    </span>
  )
}

/** What was revealed, forgotten again after a while. */
function useShown() {
  const [shown, setShown] = useState<string>()
  useEffect(() => {
    if (shown === undefined) return
    const timer = setTimeout(() => setShown(undefined), SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [shown])
  return [shown, setShown] as const
}
