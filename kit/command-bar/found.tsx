import '../search/pop.css'
import type { SearchState } from '../search/use-search.ts'

export interface Command {
  id: string
  title: string
  context?: string
  /** Opens this address, or */
  href?: string
  /** does this. */
  onDo?: () => void
}

export interface CommandGroup {
  /** 要办的事, 人, 单位, 事项. */
  title: string
  items: readonly Command[]
}

interface FoundProps {
  id: string
  state: SearchState<readonly CommandGroup[]>
  place: number
  onRun: (command: Command) => void
}

/** The list under the search, in groups. */
export function Found({ id, state, place, onRun }: FoundProps) {
  const groups = state.kind === 'found' ? state.found.filter((group) => group.items.length > 0) : []
  let at = -1
  return (
    <div className="nf-pop nf-command-found">
      <div id={id} role="listbox" aria-label="找到的">
        {groups.map((group) => (
          <fieldset key={group.title} aria-label={group.title}>
            <div className="nf-pop-note" aria-hidden="true">
              {group.title}
            </div>
            {group.items.map((command) => {
              at += 1
              return <Row key={command.id} id={`${id}-${at}`} command={command} isChosen={at === place} onRun={onRun} />
            })}
          </fieldset>
        ))}
      </div>
      <p className="nf-pop-note" role="status">
        {noteOf(state, groups.length)}
      </p>
      {state.kind === 'failed' && (
        <button type="button" className="nf-link nf-pop-note" onClick={state.retry}>
          再找一次
        </button>
      )}
    </div>
  )
}

interface RowProps {
  id: string
  command: Command
  isChosen: boolean
  onRun: (command: Command) => void
}

function Row({ id, command, isChosen, onRun }: RowProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className="nf-pop-row"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onRun(command)}
    >
      {command.title}
      {command.context && <small>{command.context}</small>}
    </button>
  )
}

function noteOf(state: SearchState<unknown>, groups: number): string {
  if (state.kind === 'searching') return '正在找'
  if (state.kind === 'failed') return '没有找成，可能是网络断了。'
  return groups === 0 ? '没有找到。可以试试编号、姓名或单位名称里的几个字。' : '↑ ↓ 选，回车打开，Esc 收起'
}
