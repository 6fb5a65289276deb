type Address = readonly [URLSearchParams, (params: URLSearchParams, options: { replace: boolean }) => void]

/**
 * The verb that is asked for, which the address holds: the to-do list opens a record with its next verb already asked (`?do=sign`).
 * `const [verb, setVerb] = verbInAddress(useSearchParams(), matter.verbs)`; a verb that may not be taken now is not asked.
 */
export function verbInAddress(
  [params, setParams]: Address,
  verbs: readonly { verb: string; enabled: boolean }[],
): readonly [string | undefined, (verb: string | undefined) => void] {
  const asked = params.get('do')
  const verb = verbs.find((offered) => offered.verb === asked && offered.enabled)?.verb
  const setVerb = (next: string | undefined) => {
    const changed = new URLSearchParams(params)
    if (next === undefined) changed.delete('do')
    else changed.set('do', next)
    setParams(changed, { replace: true })
  }
  return [verb, setVerb]
}
