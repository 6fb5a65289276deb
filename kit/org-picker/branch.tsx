import { useCallback, useEffect, useRef, useState } from 'react'
import type { Org, OrgNode } from './org-picker.tsx'

interface BranchProps {
  parent: string | null
  load: (parentId: string | null) => Promise<readonly OrgNode[]>
  chosen: string | undefined
  onChoose: (org: Org) => void
}

type Read = { kind: 'reading' } | { kind: 'failed' } | { kind: 'read'; nodes: readonly OrgNode[] }

/** The units under one; read once, when first shown. */
export function Branch({ parent, load, chosen, onChoose }: BranchProps) {
  const [read, retry] = useBranch(parent, load)
  if (read.kind === 'reading') {
    return (
      <p className="nf-pop-note" role="status">
        正在读
      </p>
    )
  }
  if (read.kind === 'failed') {
    return (
      <p className="nf-pop-note" role="alert">
        单位没有读到。
        <button type="button" className="nf-link" onClick={retry}>
          再读一次
        </button>
      </p>
    )
  }
  if (read.nodes.length === 0) return <p className="nf-pop-note">下面还没有单位</p>
  return (
    <ul className={parent === null ? undefined : 'nf-org-under'}>
      {read.nodes.map((node) => (
        <Unit key={node.id} node={node} load={load} chosen={chosen} onChoose={onChoose} isRoot={parent === null} />
      ))}
    </ul>
  )
}

function useBranch(parent: string | null, load: BranchProps['load']): [Read, () => void] {
  const [read, setRead] = useState<Read>({ kind: 'reading' })
  const latest = useRef(load)
  latest.current = load
  const start = useCallback(async () => {
    setRead({ kind: 'reading' })
    try {
      setRead({ kind: 'read', nodes: await latest.current(parent) })
    } catch {
      setRead({ kind: 'failed' })
    }
  }, [parent])
  useEffect(() => {
    start()
  }, [start])
  return [read, start]
}

interface UnitProps extends Omit<BranchProps, 'parent'> {
  node: OrgNode
  /** The root opens by itself: its branches are what one comes for. */
  isRoot: boolean
}

function Unit({ node, load, chosen, onChoose, isRoot }: UnitProps) {
  const [isOpen, setOpen] = useState(isRoot)
  return (
    <li>
      <div className="nf-org-line">
        {node.hasChildren ? (
          <button type="button" className="nf-org-flip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
            <span className="nf-hidden">{node.title}下面的单位</span>
          </button>
        ) : (
          <span className="nf-org-flip" />
        )}
        {node.isBarred ? (
          <span className="nf-org-barred">{node.title}</span>
        ) : (
          <button
            type="button"
            className="nf-pop-row"
            aria-current={node.id === chosen ? true : undefined}
            onClick={() => onChoose({ id: node.id, title: node.title })}
          >
            {node.title}
          </button>
        )}
      </div>
      {isOpen && node.hasChildren && <Branch parent={node.id} load={load} chosen={chosen} onChoose={onChoose} />}
    </li>
  )
}
