import { Tag } from '../../../kit/index.ts'
import { type CertificateState, certificateStates, type TermState, termStates } from '../rules/words.ts'

const tones = { valid: 'green', soon: 'honey', expired: 'red', none: 'quiet' } as const

/** 任期内 · 快届满 · 已届满 · 没有任期 */
export const TermTag = ({ state }: { state: TermState }) => <Tag tone={tones[state]}>{termStates[state]}</Tag>

/** 有效 · 快到期 · 已过期 · 没有证书 */
export const CertificateTag = ({ state }: { state: CertificateState }) => (
  <Tag tone={tones[state]}>{certificateStates[state]}</Tag>
)

export const RegularTag = ({ isRegular }: { isRegular: boolean }) => (
  <Tag tone={isRegular ? 'green' : 'quiet'}>{isRegular ? '规范' : '待规范'}</Tag>
)
