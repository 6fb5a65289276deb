import './search-picker.css'
import { useState } from 'react'
import { Field, type FieldAria, type FieldProps } from '../field/field.tsx'
import { useCombobox } from '../search/use-combobox.ts'
import { useLeave } from '../search/use-leave.ts'
import { useSearch } from '../search/use-search.ts'
import { PickList } from './pick-list.tsx'

export interface Pick {
  id: string
  name: string
  /** One line that tells namesakes apart; never a full identity number. */
  context?: string
}

export interface PickerProps<P extends Pick = Pick> extends FieldProps {
  value: Pick | undefined
  /** Given as `search` found it, with all that it knows. */
  onChange: (picked: P | undefined) => void
  /** Asked when the typing rests. */
  search: (text: string) => Promise<readonly P[]>
  placeholder?: string
  /** Offered when the one looked for is not among the found. */
  missing?: { title: string; onDo: (text: string) => void }
}

/** One of very many, found by typing. `PersonPicker` and `EnterprisePicker` are this with their own words. */
export function SearchPicker<P extends Pick>(props: PickerProps<P>) {
  const { value, onChange, search, placeholder, missing, ...field } = props
  return (
    <Field {...field}>
      {(aria) => (
        <Picker
          aria={aria}
          value={value}
          onChange={onChange}
          search={search}
          placeholder={placeholder}
          missing={missing}
          canClear={!field.required}
        />
      )}
    </Field>
  )
}

interface InnerProps<P extends Pick> extends Omit<PickerProps<P>, keyof FieldProps> {
  aria: FieldAria
  canClear: boolean
}

function Picker<P extends Pick>(props: InnerProps<P>) {
  const { aria, value, onChange, search, placeholder, missing, canClear } = props
  const [text, setText] = useState<string>()
  const isOpen = text !== undefined
  const close = () => setText(undefined)
  const choose = (pick: P | undefined) => {
    onChange(pick)
    close()
  }
  const state = useSearch(text ?? '', search)
  const items = state.kind === 'found' ? state.found : []
  const listId = `${aria.id}-list`
  const { place, box, restart } = useCombobox({ listId, items, isOpen, onChoose: choose })
  const around = useLeave<HTMLDivElement>(isOpen, close)
  return (
    <div ref={around} className="nf-picker">
      <input
        {...aria}
        {...box}
        className="nf-input"
        placeholder={value ? value.name : placeholder}
        value={text ?? value?.name ?? ''}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value)
          restart()
        }}
      />
      {value && canClear && !isOpen && <Clear name={value.name} onClear={() => choose(undefined)} />}
      {isOpen && (
        <PickList id={listId} state={state} place={place} onChoose={choose}>
          {missing && text.trim() !== '' && <Missing {...missing} text={text.trim()} onDone={close} />}
        </PickList>
      )}
    </div>
  )
}

function Clear({ name, onClear }: { name: string; onClear: () => void }) {
  return (
    <button type="button" className="nf-picker-clear" onClick={onClear}>
      <span aria-hidden="true">✕</span>
      <span className="nf-hidden">不选{name}</span>
    </button>
  )
}

function Missing(props: NonNullable<PickerProps['missing']> & { text: string; onDone: () => void }) {
  const take = () => {
    props.onDo(props.text)
    props.onDone()
  }
  return (
    <button type="button" className="nf-link nf-pop-row" onClick={take}>
      {props.title}
    </button>
  )
}
