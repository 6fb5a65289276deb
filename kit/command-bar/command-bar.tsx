import './command-bar.css'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useNavigation } from '../navigation/navigation.tsx'
import { useCombobox } from '../search/use-combobox.ts'
import { useLeave } from '../search/use-leave.ts'
import { useSearch } from '../search/use-search.ts'
import { type Command, type CommandGroup, Found } from './found.tsx'

interface CommandBarProps {
  search: (text: string) => Promise<readonly CommandGroup[]>
  placeholder?: string
}

/** One search for people, enterprises, matters and numbers that also takes verbs. Ctrl K comes here from anywhere. */
export function CommandBar({ search, placeholder = '找人、单位、事项、文号，或输入要办的事' }: CommandBarProps) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLInputElement>(null)
  const listId = useId()
  const navigate = useNavigation()
  const state = useSearch(text, search)
  const isShown = isOpen && state.kind !== 'idle'
  const run = (command: Command) => {
    setOpen(false)
    setText('')
    if (command.href) navigate(command.href)
    command.onDo?.()
  }
  const items = state.kind === 'found' ? state.found.flatMap((group) => group.items) : []
  const list = useCombobox({ listId, items, isOpen: isShown, onChoose: run })
  const bar = useLeave<HTMLElement>(isShown, () => setOpen(false))
  useCtrlK(place)
  const type = (words: string) => {
    setText(words)
    list.restart()
    setOpen(true)
  }
  return (
    <search ref={bar} className="nf-command">
      <input
        {...list.box}
        ref={place}
        type="text"
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => type(event.target.value)}
      />
      <kbd>Ctrl K</kbd>
      {isShown && <Found id={listId} state={state} place={list.place} onRun={run} />}
    </search>
  )
}

function useCtrlK(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    document.addEventListener('keydown', jump)
    return () => document.removeEventListener('keydown', jump)
  }, [box])
}
