import { type FormState, useForm } from '../../../../../kit/api/index.ts'
import { ChoiceField, optionsOf, SelectField, TextField } from '../../../../../kit/index.ts'
import { triage } from '../../../rules/triage.ts'
import { categories, difficulties } from '../../../rules/words.ts'
import { Suggestion } from '../suggestion.tsx'
import { useAppeals } from '../use-appeals.ts'
import { urgencies } from '../words.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

/** Category, how hard, how urgent; the words of the story suggest, the officer decides. */
export function ClassifyDialog(props: VerbProps) {
  const { id, story, category, difficulty, urgency } = props.appeal
  const found = triage(story)
  const suggested = found.clues.length > 0 ? found.category : category
  const form = useForm(useAppeals().classify, { id, category: suggested, difficulty, urgency })
  return (
    <VerbFrame {...props} verb="classify" form={form}>
      <Suggestion story={story} />
      <Kind category={form.choice('category')} difficulty={form.choice('difficulty')} />
      <ChoiceField label="急不急" {...form.choice('urgency')} options={optionsOf(urgencies)} required />
      <TextField label="备注" lines={2} max={1000} {...form.text('note')} />
    </VerbFrame>
  )
}

/** The same again, with the reason for the change. */
export function ReclassifyDialog(props: VerbProps) {
  const { id, category, difficulty } = props.appeal
  const form = useForm(useAppeals().reclassify, { id, category, difficulty })
  return (
    <VerbFrame {...props} verb="reclassify" form={form}>
      <Kind category={form.choice('category')} difficulty={form.choice('difficulty')} />
      <TextField label="改分类的原因" lines={3} max={500} {...form.text('note')} required />
    </VerbFrame>
  )
}

type Choice = ReturnType<FormState<object, unknown>['choice']>

function Kind({ category, difficulty }: { category: Choice; difficulty: Choice }) {
  return (
    <>
      <SelectField label="类别" {...category} options={optionsOf(categories)} required />
      <ChoiceField
        label="难易"
        hint="难易不同，办结的期限不同"
        {...difficulty}
        options={optionsOf(difficulties)}
        required
      />
    </>
  )
}
