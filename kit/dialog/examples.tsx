import { useState } from 'react'
import { Button } from '../button/button.tsx'
import type { GalleryEntry } from '../example.ts'
import { TextField } from '../field/text-field.tsx'
import { Dialog } from './dialog.tsx'

function Example({ fails = false }: { fails?: boolean }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const submit = async () => {
    if (fails) throw new Error('这件事刚刚被王芳签收了。您写的原因还在，可以改派后再交。')
    setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>转办</Button>
      <Dialog
        open={open}
        title="转给别的单位办"
        submit="转办"
        why={reason ? undefined : '先写转办原因'}
        onClose={() => setOpen(false)}
        onSubmit={submit}
      >
        <TextField label="转办原因" value={reason} onChange={setReason} lines={3} required />
      </Dialog>
    </>
  )
}

export const gallery: GalleryEntry = {
  name: 'Dialog',
  use: '办一件事前问清要填的。没办成就留着，说明原因，填过的不丢。',
  isSmall: true,
  examples: [
    { title: '办成了', show: () => <Example /> },
    { title: '没办成', show: () => <Example fails /> },
  ],
}
