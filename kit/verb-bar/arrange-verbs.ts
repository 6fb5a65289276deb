/** What can be done with a record, as it travels with the record. */
export interface Verb {
  verb: string
  title: string
  enabled: boolean
  /** Why not, when it is not enabled. */
  why?: string
  primary?: boolean
}

export interface VerbPlaces {
  primary?: Verb
  shown: Verb[]
  more: Verb[]
}

/** One primary verb (the first that asks for it), up to `max` beside it, enabled ones first, the rest under 更多. */
export function arrangeVerbs(verbs: readonly Verb[], max: number): VerbPlaces {
  const primary = verbs.find((verb) => verb.primary)
  const others = verbs.filter((verb) => verb !== primary)
  const ordered = [...others.filter((verb) => verb.enabled), ...others.filter((verb) => !verb.enabled)]
  const room = ordered.length <= max ? max : max - 1
  return { primary, shown: ordered.slice(0, room), more: ordered.slice(room) }
}
