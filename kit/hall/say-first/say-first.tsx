import './say-first.css'
import { Link } from '../../navigation/navigation.tsx'
import { VoiceButton } from '../voice/voice-button.tsx'

interface SayFirstProps {
  /** Where one writes: the first question. */
  href: string
  words?: string
  /** What was said, where the phone can listen. */
  onSaid: (text: string) => void
}

/** First on the home page: say what happened. */
export function SayFirst({ href, words = '说说遇到了什么事', onSaid }: SayFirstProps) {
  return (
    <div className="nf-say">
      <Link href={href} className="nf-say-words">
        {words}
      </Link>
      <VoiceButton onText={onSaid} />
    </div>
  )
}
