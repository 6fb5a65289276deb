/** A union with something due: what, by when, and how near (3, 2, 1; 0 it has passed). */
export type Due = { kind: 'term' | 'certificate' | 'chair'; stage: 0 | 1 | 2 | 3 }

const unions = (count: number) => `${count} 家`

/** What an officer reads once a day about all unions of the place together; never one message a union, never a ranking. */
export function digestOf(dues: readonly Due[]): { title: string; body: string } {
  const count = (kind: Due['kind'], isPast: boolean) =>
    dues.filter((due) => due.kind === kind && (due.stage === 0) === isPast).length
  const parts = [
    [count('term', false), '任期快届满'],
    [count('term', true), '任期已届满'],
    [count('certificate', false), '法人证书快到期'],
    [count('certificate', true), '法人证书已过期'],
    [count('chair', false), '主席空缺'],
    [count('chair', true), '主席空缺超过补选期限'],
  ] as const
  const said = parts.flatMap(([n, words]) => (n > 0 ? [`${words} ${unions(n)}`] : []))
  return {
    title: '要换届、换证或补选的工会',
    body: `新增：${said.join('，')}。请在工会台账的“要办的”里查看，逐家办理。`,
  }
}
