import { useState } from 'react'
import type { GalleryEntry } from '../../example.ts'
import { TextAnswer } from './text-answer.tsx'

function Story() {
  const [story, setStory] = useState('')
  return (
    <TextAnswer
      label="发生了什么"
      value={story}
      onChange={setStory}
      lines={5}
      max={500}
      voice
      placeholder="像跟朋友说那样写就行"
    />
  )
}

function Phone() {
  const [phone, setPhone] = useState('1380001000')
  return (
    <TextAnswer
      label="手机号"
      showLabel
      kind="tel"
      value={phone}
      onChange={setPhone}
      error="少了一位，手机号是 11 位。"
    />
  )
}

export const gallery: GalleryEntry = {
  name: 'TextAnswer',
  use: '一题一答：写字、说话、数、钱、日子。',
  hall: true,
  examples: [
    { title: '说一件事', show: Story },
    { title: '写错了', show: Phone },
  ],
}
