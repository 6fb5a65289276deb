import { useRef, useState } from 'react'
import { useAct } from './act.ts'
import type { Call } from './api.tsx'
import { ApiError, type FieldProblem, fieldProblems, sentenceOf } from './api-error.ts'

/** What is being typed: everything may still be missing. */
export type Draft<I> = { [K in keyof I]?: I[K] | undefined }

interface Bound<V> {
  value: V
  onChange: (value: V) => void
  error: string | undefined
}

interface Binders<I> {
  /** For a TextField or a DayField. */
  text: (name: keyof I & string) => Bound<string>
  /** For a NumberField or a MoneyField. */
  amount: (name: keyof I & string) => Bound<number | undefined>
  /** For a SelectField or a ChoiceField. */
  choice: (name: keyof I & string) => Bound<string | undefined>
  /** The sentence at a field that is bound by hand. */
  errorAt: (name: keyof I & string) => string | undefined
}

export interface FormState<I, O> extends Binders<I> {
  values: Draft<I>
  set: (change: Draft<I>) => void
  /** What is wrong with the whole. */
  problem: string | undefined
  /** The record has moved on meanwhile: reading it anew is what helps. */
  isOutdated: boolean
  busy: boolean
  /**
   * Checks, sends, and gives the answer; undefined when it was refused, with what was typed still there.
   * `more` is what the screen knows besides the fields: files that have arrived.
   */
  submit: (more?: Draft<I>) => Promise<O | undefined>
}

/** A form over one endpoint: checked by the endpoint's own shape before sending, refusals shown where they belong, nothing typed is lost. */
export function useForm<I extends object, O>(call: Call<I, O>, start: Draft<I>): FormState<I, O> {
  const act = useAct(call)
  const [values, setValues] = useState(start)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [refusal, setRefusal] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const boxes = useRef(new Set<string>())
  // Which boxes there are is known of the rendering before: one may have gone since.
  const shown = boxes.current
  boxes.current = new Set()
  const set = (change: Draft<I>) => {
    setValues((old) => ({ ...old, ...change }))
    setProblems((old) => old.filter(({ path }) => !(nameOf(path) in change)))
  }
  const send = async (input: object) => {
    setBusy(true)
    try {
      return await act(input as I)
    } catch (error) {
      setProblems(fieldProblems(error))
      setRefusal(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const submit = async (more: Draft<I> = {}) => {
    if (busy) return undefined
    const input = withoutBlanks({ ...values, ...more })
    const faults = faultsOf(call, input)
    setProblems(faults)
    setRefusal(undefined)
    return faults.length > 0 ? undefined : send(input)
  }
  const problem = refusal ? sentenceOf(refusal) : problemWords(problems, shown)
  const isOutdated = refusal instanceof ApiError && refusal.status === 409
  return { values, set, problem, isOutdated, busy, submit, ...bindersOf(values, set, problems, boxes.current) }
}

/** The three kinds of boxes, bound to a field by its name. The endpoint's shape, not the box, says what fits. */
function bindersOf<I>(
  values: Draft<I>,
  set: (change: Draft<I>) => void,
  problems: readonly FieldProblem[],
  boxes: Set<string>,
): Binders<I> {
  const errorAt = (name: keyof I & string) => {
    boxes.add(name)
    return problems.find(({ path }) => nameOf(path) === name)?.message
  }
  const bind = <V>(name: keyof I & string, value: V) => ({
    value,
    onChange: (next: V) => set({ [name]: next } as Draft<I>),
    error: errorAt(name),
  })
  return {
    text: (name) => bind(name, (values[name] as string | undefined) ?? ''),
    amount: (name) => bind(name, values[name] as number | undefined),
    choice: (name) => bind(name, values[name] as string | undefined),
    errorAt,
  }
}

const nameOf = (path: string): string => path.split('.')[0] ?? ''

/** @param boxes names of the fields that have one: what is wrong there stands beside it */
function problemWords(problems: readonly FieldProblem[], boxes: ReadonlySet<string>): string | undefined {
  if (problems.length === 0) return undefined
  const elsewhere = problems.find(({ path }) => !boxes.has(nameOf(path)))
  return `有 ${problems.length} 处要改${elsewhere ? `：${elsewhere.message}` : '，看标红的地方'}`
}

/** Boxes left empty are not part of what is sent. */
const withoutBlanks = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))

function faultsOf(call: Call<never, unknown>, input: object): FieldProblem[] {
  const parsed = call.schema.safeParse(input)
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
}
