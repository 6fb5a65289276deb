import './voice-button.css'
import { useVoice } from './use-voice.ts'

const words = { ready: '按一下说话', listening: '在听，说完再按', failed: '没听清，再说一次' }

/** Shown only where the browser can listen. */
export function VoiceButton({ onText }: { onText: (text: string) => void }) {
  const { isOffered, state, flip } = useVoice(onText)
  if (!isOffered) return null
  return (
    <button type="button" className={`nf-voice nf-voice-${state}`} aria-pressed={state === 'listening'} onClick={flip}>
      {words[state]}
    </button>
  )
}
