/** The name with which a title begins: 坪山区总工会 of 坪山区总工会2023年工作总结. */
const NAMED =
  /^(?:20\d{2}(?:年度?)?|（[^）]{1,8}）|关于|中共)*([一-龥]{3,30}?)(?=\d{4}|二[〇零○]|关于|工作|年度|第[一二三四五六七八九十]|[“”《》（）()\s]|$)/
const UNNAMED = /^[全我本各某]/
/** 共青团龙岗区委 speaks for no whole place. */
const LEAGUE = /^共青团/
/** A place, or a house with a door of its own; a department of ours has neither in its name. */
const SPECIFIC = /[一-龥]{2}(?:[省市区县镇乡]|街道|社区)|公司|集团|工厂|医院|学校|大学|学院|银行|法院|检察院|[一-龥]局$/
/** 龙岗区产业工人队伍建设改革 is no body. */
const BODY = /(?:[会院局委办所厂校社行镇乡联]|公司|集团|大学|政府|街道|[省市区县])$/
/** What speaks for a whole place: its union, its party, its government. */
const OF_THE_WHOLE =
  /^(?:[省市区县镇乡]|街道|社区)?(?:各级|基层|各?街道|[一二三四五六七八九十\d]+个街道)?(?:总工会|工会|工联会|工会联合会|女职工委员会|产改办|委|党工委|人民政府|政府|办事处|人大|政协|统计局)?$/

/**
 * The body of which a whole report tells, where its title names another than ours.
 * @param title the lines above the first sentence
 * @param own the name of our union; empty when there is none to compare with
 */
export function anotherBody(title: string, own: string): string | undefined {
  const named = NAMED.exec(title.replaceAll(/\s/g, ''))?.[1] ?? ''
  if (own === '' || UNNAMED.test(named) || !SPECIFIC.test(named) || !BODY.test(named)) return undefined
  if (LEAGUE.test(named)) return named
  if (own.endsWith(named) || named.includes(own)) return undefined
  const [place, kind = ''] = [...own.matchAll(/([一-龥]{2,4}?)(?=([省市区县镇乡]|街道|社区))/g)].at(-1)?.slice(1) ?? []
  const from = place === undefined ? -1 : named.lastIndexOf(place)
  const rest = place === undefined ? '' : named.slice(from + place.length)
  if (/^(?:[省市区县镇乡]|街道|社区)/.test(rest) && !rest.startsWith(kind)) return named
  return place !== undefined && from >= 0 && OF_THE_WHOLE.test(named.slice(from + place.length)) ? undefined : named
}
