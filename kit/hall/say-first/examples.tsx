import { useState } from 'react'
import type { GalleryEntry } from '../../example.ts'
import { SayFirst } from './say-first.tsx'

function Example() {
  const [said, setSaid] = useState('')
  return (
    <>
      <SayFirst href="/appeal" onSaid={setSaid} />
      {said && <p>听到的是：{said}</p>}
    </>
  )
}

export const gallery: GalleryEntry = {
  name: 'SayFirst',
  use: '大厅第一件事：说说遇到了什么。手机能听就能说。',
  hall: true,
  examples: [{ title: '首页', show: Example }],
}
