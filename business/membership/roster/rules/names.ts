/** A name as it is kept: 张 三 → 张三, the dot of a long name always ·, single blanks between Latin words. */
export function tidyName(raw: string): string {
  const dotted = raw.replace(/[•・‧∙⋅.．]/g, '·').replace(/\s*·\s*/g, '·')
  return /\p{Script=Han}/u.test(dotted) ? dotted.replace(/\s/g, '') : dotted.replace(/\s+/g, ' ').trim()
}

const LONGEST = 50
const totals =
  /^(合计|总计|小计|共计|总人数|人数合计|填表人.*|制表人.*|审核人.*|备注|说明|注[:：]?.*|制表日期.*|填报单位.*)$/

/** Why this is no name, as code and sentence; undefined when it may be one. */
export function faultOfName(name: string): { code: string; message: string } | undefined {
  if (name === '') return { code: 'name.missing', message: '没有填姓名，请补上' }
  if (totals.test(name))
    return { code: 'row.total', message: '这一行像是合计或备注，没有当作会员；如果是会员，请核对姓名' }
  if ([...name].length > LONGEST)
    return { code: 'name.long', message: `姓名超过 ${LONGEST} 个字，可能串了列，请对照证件改正` }
  if (!/^[\p{L}\p{M}][\p{L}\p{M}· '-]*$/u.test(name))
    return { code: 'name.marks', message: '姓名里夹着数字或符号，请只写证件上的姓名，备注写到别的列' }
  if ([...name].length < 2) return { code: 'name.short', message: '姓名只有一个字，请对照证件补全' }
  return undefined
}
