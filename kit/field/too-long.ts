/** What to do about words that do not fit: nothing is cut off behind the writer's back. */
export const tooLong = (value: string, max: number | undefined): string | undefined =>
  max !== undefined && value.length > max ? `最多写 ${max} 个字，多了 ${value.length - max} 个，请精简` : undefined
