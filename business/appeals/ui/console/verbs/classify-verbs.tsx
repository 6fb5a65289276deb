import { useForm } from '../../../../../kit/api/index.ts'
import { ChoiceField, FormPair, SelectField, TextField } from '../../../../../kit/index.ts'
import { triage } from '../../../rules/triage.ts'
import { type Category, categories, type Difficulty, difficulties } from '../../../rules/words.ts'
import { Suggestion } from '../suggestion.tsx'
import { useAppeals } from '../use-appeals.ts'
import { optionsOf, urgencies } from '../words.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

/** Category, how hard, how urgent; the words of the story suggest, the officer decides. */
export function ClassifyDialog(props: VerbProps) {
  const { appeal } = props
  const found = triage(appeal.story)
  const form = useForm(useAppeals().classify, {
    id: appeal.id,
    category: found.clues.length > 0 ? found.category : appeal.category,
    difficulty: appeal.difficulty,
    urgency: appeal.urgency,
  })
  return (
    <VerbFrame {...props} verb="classify" form={form}>
      <Suggestion story={appeal.story} />
      <CategoryField
        value={form.values.category}
        onChange={(category) => form.set({ category })}
        error={form.errors.category}
      />
      <DifficultyField
        value={form.values.difficulty}
        onChange={(difficulty) => form.set({ difficulty })}
        error={form.errors.difficulty}
      />
      <ChoiceField
        label="急不急"
        value={form.values.urgency}
        onChange={(urgency) => form.set({ urgency: urgency as keyof typeof urgencies })}
        options={optionsOf(urgencies)}
        error={form.errors.urgency}
        required
      />
      <TextField
        label="备注"
        lines={2}
        max={1000}
        value={form.values.note ?? ''}
        onChange={(note) => form.set({ note })}
        error={form.errors.note}
      />
    </VerbFrame>
  )
}

/** The same again, with the reason for the change. */
export function ReclassifyDialog(props: VerbProps) {
  const { id, category, difficulty } = props.appeal
  const form = useForm(useAppeals().reclassify, { id, category, difficulty })
  return (
    <VerbFrame {...props} verb="reclassify" form={form}>
      <FormPair>
        <CategoryField
          value={form.values.category}
          onChange={(next) => form.set({ category: next })}
          error={form.errors.category}
        />
      </FormPair>
      <DifficultyField
        value={form.values.difficulty}
        onChange={(next) => form.set({ difficulty: next })}
        error={form.errors.difficulty}
      />
      <TextField
        label="改分类的原因"
        lines={3}
        max={500}
        value={form.values.note ?? ''}
        onChange={(note) => form.set({ note })}
        error={form.errors.note}
        required
      />
    </VerbFrame>
  )
}

interface FieldOf<T> {
  value: T | undefined
  onChange: (value: T | undefined) => void
  error: string | undefined
}

function CategoryField({ value, onChange, error }: FieldOf<Category>) {
  return (
    <SelectField
      label="类别"
      value={value}
      onChange={(next) => onChange(next as Category | undefined)}
      options={optionsOf(categories)}
      error={error}
      required
    />
  )
}

function DifficultyField({ value, onChange, error }: FieldOf<Difficulty>) {
  return (
    <ChoiceField
      label="难易"
      hint="难易不同，办结的期限不同"
      value={value}
      onChange={(next) => onChange(next as Difficulty)}
      options={optionsOf(difficulties)}
      error={error}
      required
    />
  )
}
