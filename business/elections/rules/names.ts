const strokes = new Intl.Collator('zh-u-co-stroke')

/**
 * Orders names as on a ballot and a notice: by the strokes of the surname, then of the given name (姓氏笔画; 企业工会主席产生办法 第十条). A compound
 * surname stands by its first character. Equal names keep the order of `id`, so that the paper is the same for whoever prints it.
 * @param people each with a `name`
 */
export const inStrokeOrder = <T extends { name: string; id: string }>(people: readonly T[]): T[] =>
  people.toSorted((a, b) => strokes.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
