import type { ChangeKind, Ground } from './words.ts'

/** What a request may carry; which of it is needed depends on the kind. Days are `YYYY-MM-DD`. */
export type Request = {
  kind: ChangeKind
  changedOn?: string | undefined
  newName?: string | undefined
  newAddress?: string | undefined
  legalPersonId?: string | undefined
  postponeTo?: string | undefined
  noticedOn?: string | undefined
  ground?: Ground | undefined
  intoId?: string | undefined
}

/** The union as it stands when something is asked of it. */
export type Asked = {
  id: string
  name: string
  termExpiresOn: string | null
  /** Latest day to which the election may be put off; null without a term. */
  postponeUntil: string | null
  hasCertificate: boolean
  /** Employers that still exist. */
  livingFirms: number
}

const future = '日期不能晚于今天'

/** Why a request cannot be handed in, as a sentence for whoever typed it; undefined when it can. */
export function faultOf(request: Request, union: Asked, today: string): string | undefined {
  switch (request.kind) {
    case 'particulars':
      return faultOfParticulars(request, union, today)
    case 'postpone':
      return faultOfPostponing(request, union)
    case 'certificate':
      return undefined
    case 'loss':
      if (!union.hasCertificate) return '这个工会没有在用的法人证书，请改办“领证换证”'
      if (!request.noticedOn) return '证书遗失要先登报或在公告栏公告，请填公告日期'
      return request.noticedOn > today ? `公告${future}` : undefined
    case 'dissolve':
    case 'merge':
      return faultOfEnding(request, union, today)
  }
}

function faultOfParticulars(request: Request, { name }: Asked, today: string): string | undefined {
  if (!request.newName && !request.newAddress && !request.legalPersonId)
    return '请填变更后的名称、地址或法定代表人，至少一项'
  if (request.newName === name) return '新名称和现在的名称一样，请核对'
  if (!request.changedOn) return '请填变更发生的日期'
  return request.changedOn > today ? `变更${future}` : undefined
}

function faultOfPostponing({ postponeTo }: Request, union: Asked): string | undefined {
  if (!union.termExpiresOn || !union.postponeUntil) return '这个工会没有登记本届任期，请先补录任期再申请延期'
  if (!postponeTo) return '请填延期到哪一天'
  if (postponeTo <= union.termExpiresOn) return `延期后的日期要晚于届满日 ${union.termExpiresOn}`
  return postponeTo > union.postponeUntil ? `延期换届最晚到 ${union.postponeUntil}，请改早一些` : undefined
}

/** 工会法 第13条: not at will. What ended must have ended; where the employer lives on, only its members decide. */
function faultOfEnding({ kind, ground, changedOn, intoId }: Request, union: Asked, today: string): string | undefined {
  if (!ground) return '请选依据：工会不能随意撤销、合并'
  if (ground === 'enterprise_ended' && union.livingFirms > 0)
    return `所属单位还有 ${union.livingFirms} 家存续，不能以“单位终止”撤销工会；请先核对企业状态，或选会员大会决定`
  if (!changedOn) return kind === 'merge' ? '请填合并的日期' : '请填工会终止的日期'
  if (changedOn > today) return `终止${future}`
  if (kind === 'merge' && !intoId) return '请选并入哪个工会'
  if (kind === 'merge' && intoId === union.id) return '不能并入它自己，请另选一个工会'
  return undefined
}
