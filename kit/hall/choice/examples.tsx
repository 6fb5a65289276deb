import { useState } from 'react'
import type { GalleryEntry } from '../../example.ts'
import { Choice, Choices } from './choice.tsx'

const kinds = [
  { value: 'wage', title: '工资没发、少发' },
  { value: 'injury', title: '受伤了', hint: '上下班路上出的交通事故也算' },
  { value: 'dismissal', title: '让我走人' },
  { value: 'other', title: '别的事' },
]

function One() {
  const [kind, setKind] = useState<string | undefined>('wage')
  return <Choice label="遇到了什么事" options={kinds} value={kind} onChange={setKind} />
}

function Many() {
  const [held, setHeld] = useState<string[]>([])
  return <Choices label="手上有什么" options={kinds.slice(0, 2)} value={held} onChange={setHeld} />
}

export const gallery: GalleryEntry = {
  name: 'Choice · Choices',
  use: '几样里选一样（Choice）或几样（Choices）。',
  hall: true,
  examples: [
    { title: '选一样', show: One },
    { title: '选几样', show: Many },
  ],
}
