import { parentOf } from '../../../kernel/org/path.ts'
import type { TransferVerb } from '../workflow.ts'
import type { Standing } from './words.ts'

/** What a clock that has run out does by itself: who is silent agrees, and who does not take on is passed by. */
export const silence: Readonly<Record<string, TransferVerb>> = {
  release: 'autoRelease',
  decide: 'autoOverrule',
  accept: 'escalate',
  place: 'autoPlace',
  confirm: 'autoConfirm',
}

type Asked = { was: Exclude<Standing, 'none'>; fromPath: string; asker: { orgPath: string } }

/**
 * Where a transfer goes first. Only a union that counts the person as a full member is asked to let go; where it asks itself, it has let go already.
 * Who waits in a pool or was retained goes straight to the new union.
 */
export const firstStep = ({ was, fromPath, asker }: Asked): 'ask' | 'pass' =>
  was !== 'full' || asker.orgPath === fromPath ? 'pass' : 'ask'

/** The union above; the district has none above it here and decides itself. */
export const upperOf = (path: string): string => parentOf(path) ?? path

/** How somebody belongs to a union that takes over for want of another: full members wait there for a union, others stay what they are. */
export const placedAs = (was: Exclude<Standing, 'none'>): 'pooled' | null => (was === 'full' ? 'pooled' : null)
