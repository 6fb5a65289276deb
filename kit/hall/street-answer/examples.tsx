import { useState } from 'react'
import type { GalleryEntry } from '../../example.ts'
import { StreetAnswer } from './street-answer.tsx'

const streets = [
  { value: '1', title: '平湖街道' },
  { value: '2', title: '吉华街道' },
]

function Example({ isLost = false }: { isLost?: boolean }) {
  const [value, setValue] = useState(isLost ? '1' : '')
  return (
    <StreetAnswer
      label="在哪个街道"
      streets={isLost ? [] : streets}
      value={value}
      chosen="平湖街道"
      lost={isLost ? '街道名单没有取到，等网络好了再选。您写的还在。' : undefined}
      onChange={setValue}
    />
  )
}

export const gallery: GalleryEntry = {
  name: 'StreetAnswer',
  use: '选街道；没有网络时，选过的还在。',
  hall: true,
  examples: [
    { title: '选一个', show: () => <Example /> },
    { title: '没有网络', show: () => <Example isLost /> },
  ],
}
