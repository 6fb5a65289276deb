import type { Way } from './words.ts'

export type Union = { id: string; path: string; name: string; form: string | null; kind: string }

/** What is known of where somebody works; each union is a living one, or null. */
export type Facts = {
  /** Union of the firm. */
  ofFirm: Union | null
  /** Federation of the firm's community. */
  ofCommunity: Union | null
  /** The street of the firm or of the place that was named. */
  ofStreet: Union | null
  /** Is a firm of the registry named? */
  hasFirm: boolean
}

/** The union to ask, or `pool` of the street: the firm's own or joint one; where the firm has none that of its place; without a firm the pool (D:C1.3, F15b). */
export function wayOf({ ofFirm, ofCommunity, ofStreet, hasFirm }: Facts): { way: Way; union: Union | null } {
  if (ofFirm) return { way: ofFirm.form === 'joint' || ofFirm.form === 'industry' ? 'joint' : 'own', union: ofFirm }
  const place = ofCommunity ?? ofStreet
  return hasFirm && place ? { way: 'place', union: place } : { way: 'pool', union: null }
}
