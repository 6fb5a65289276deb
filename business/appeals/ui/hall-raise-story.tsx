import { type Draft, HallNotice, Question, TextAnswer } from '../../../kit/hall/index.ts'
import { triage } from '../rules/triage.ts'
import { abouts, examples, kindWords } from './hall-about.ts'
import type { AppealDraft } from './hall-draft.ts'
import { limitNear } from './word-limit.ts'

const LONGEST = 5000

interface AskStoryProps {
  draft: Draft<AppealDraft>
  onNext: () => void
  onBack: () => void
}

/** First question: what happened, in one's own words. */
export function AskStory({ draft, onNext, onBack }: AskStoryProps) {
  const { value, change } = draft
  const about = abouts[value.about]
  const isBlank = value.story.trim() === ''
  return (
    <Question
      step={1}
      of={3}
      title={about?.title ?? '说说发生了什么'}
      hint={about?.hint ?? '想到什么写什么，不用写得好。'}
      saved={draft.saved}
      why={whyNotYet(value.story)}
      onNext={onNext}
      onBack={onBack}
    >
      {draft.wasRestored && !isBlank && (
        <HallNotice action={{ title: '重新写', onDo: draft.clear }}>上次写的还在，接着写就行。</HallNotice>
      )}
      <TextAnswer
        label="发生了什么"
        lines={6}
        max={limitNear(value.story, LONGEST)}
        voice
        value={value.story}
        onChange={(story) => change({ story })}
        placeholder="比如：在哪里上班，出了什么事，想要什么结果"
      />
      {!about && <Examples story={value.story} onPick={(story) => change({ story })} />}
      {!isBlank && !about?.category && <Understood story={value.story} />}
    </Question>
  )
}

const whyNotYet = (story: string): string | undefined => {
  if (story.trim() === '') return '先写一句发生了什么'
  return story.length > LONGEST ? `最多写 ${LONGEST} 个字，请删短一些` : undefined
}

/** Sentences to begin with; what one has written oneself is never replaced. */
function Examples({ story, onPick }: { story: string; onPick: (story: string) => void }) {
  const isOwn = story.trim() !== '' && !examples.some(({ start }) => start === story)
  if (isOwn) return null
  return (
    <div className="appeal-examples">
      <p className="nf-soft nf-small">不知道怎么写？点一个，接着改：</p>
      <ul>
        {examples.map(({ category, title, start }) => (
          <li key={category}>
            <button type="button" aria-pressed={story === start} onClick={() => onPick(start)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What we made of it, and from which words. */
function Understood({ story }: { story: string }) {
  const { category, clues, office, isUrgent } = triage(story)
  const words = wordsOf(clues.filter((clue) => clue.category === category).map((clue) => clue.text))
  if (words.length === 0 && !isUrgent) return null
  return (
    <div className="appeal-understood" role="status">
      {words.length > 0 && (
        <p>
          听起来是<strong>{kindWords[category]}</strong>的事（您说到{words.map((word) => `“${word}”`).join('、')}）。
          <span className="nf-soft">除了街道总工会，还会找{office}。说错了也不要紧，办理的人会再看。</span>
        </p>
      )}
      {isUrgent && (
        <p>
          看起来很急。提交后会标成急件；现在就想找人说，打{' '}
          <a className="appeal-tel" href="tel:12351">
            12351
          </a>
        </p>
      )}
    </div>
  )
}

/** Two of them at most, none that runs on into the next clause or says the same again. */
function wordsOf(clues: readonly string[]): string[] {
  const cut = clues.map((clue) => clue.split(/[,，。;；、]/)[0] ?? '')
  return cut
    .filter((word, at) => word.length > 1 && !cut.slice(0, at).some((earlier) => earlier.includes(word)))
    .slice(0, 2)
}
