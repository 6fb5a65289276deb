import { useEffect, useRef, useState } from 'react'

/** The part of the browser's speech recognition we use; it is in no standard library. */
interface Recognition {
  lang: string
  interimResults: boolean
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onerror: (() => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
  abort: () => void
}

type Recognizer = new () => Recognition

function recognizer(): Recognizer | undefined {
  const browser = globalThis as { SpeechRecognition?: Recognizer; webkitSpeechRecognition?: Recognizer }
  return browser.SpeechRecognition ?? browser.webkitSpeechRecognition
}

export interface Voice {
  /** Only where the browser brings it. */
  isOffered: boolean
  state: 'ready' | 'listening' | 'failed'
  /** Starts to listen, or stops. */
  flip: () => void
}

/** Speaking instead of typing; `onText` gets each sentence understood. */
export function useVoice(onText: (text: string) => void): Voice {
  const [state, setState] = useState<Voice['state']>('ready')
  const running = useRef<Recognition>(null)
  const hear = useRef(onText)
  hear.current = onText
  useEffect(() => () => running.current?.abort(), [])
  const start = (Kind: Recognizer) => {
    const recognition = new Kind()
    recognition.lang = 'zh-CN'
    recognition.interimResults = false
    recognition.onresult = ({ results }) => {
      const text = Array.from(results, (result) => result[0]?.transcript ?? '').join('')
      if (text) hear.current(text)
    }
    recognition.onerror = () => setState('failed')
    recognition.onend = () => setState((before) => (before === 'listening' ? 'ready' : before))
    running.current = recognition
    setState('listening')
    recognition.start()
  }
  const flip = () => {
    const Kind = recognizer()
    if (state === 'listening') running.current?.stop()
    else if (Kind) start(Kind)
  }
  return { isOffered: recognizer() !== undefined, state, flip }
}
