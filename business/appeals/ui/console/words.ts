/** Where the screens of this line stand. */
export const home = '/console/appeals'

export const hrefOf = (id: string): string => `${home}/${id}`

export const urgencies = { normal: '一般', urgent: '紧急' } as const

/** On what money that was won rests. */
export const recoveredBases = { agreement: '协议', judgment: '判决', award: '裁决', payment: '支付凭证' } as const
