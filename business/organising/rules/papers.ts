import type { Body, Form } from './words.ts'

export const paperKinds = {
  prep_report: '成立工会筹备组的报告',
  prep_approval: '同意筹建的批复',
  founding_report: '选举结果和申请成立的报告',
  founding_approval: '同意成立的批复',
} as const
export type PaperKind = keyof typeof paperKinds

/** What the papers of a founding say; people appear only as elected. */
export type PaperFacts = {
  unionName: string
  firms: readonly string[]
  form: Form
  body: Body
  employees: number
  members: number
  women: number
  /** Name of the union above. */
  upper: string
  termYears: number
  heldOn: string | null
  /** 主席：某某；… in the order of the result form. */
  elected: readonly { title: string; names: readonly string[] }[]
  fromOn: string
  until: string
}

export type PaperText = { title: string; addressee: string; issuer: string; paragraphs: string[] }

const day = (text: string): string => text.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
const firmsOf = ({ firms }: PaperFacts): string =>
  firms.length > 1 ? `${firms[0]}等${firms.length}家单位` : (firms[0] ?? '')
const preparers = (facts: PaperFacts): string => `${facts.unionName}筹备组`
const namesOf = ({ elected }: PaperFacts): string =>
  elected.map(({ title, names }) => `${title}：${names.join('、')}`).join('；')

/** The four papers in the order of an official letter (GB/T 9704-2012): title, addressee, body, issuer; number and day stand with the record. */
export function paperOf(kind: PaperKind, facts: PaperFacts): PaperText {
  return texts[kind](facts)
}

const texts: Record<PaperKind, (facts: PaperFacts) => PaperText> = {
  prep_report: (facts) => ({
    title: `关于成立${facts.unionName}筹备组的报告`,
    addressee: facts.upper,
    issuer: firmsOf(facts),
    paragraphs: [
      `${firmsOf(facts)}现有职工${facts.employees}人。根据《中华人民共和国工会法》和《中国工会章程》，经与职工酝酿，拟成立${facts.unionName}${facts.body === 'organiser' ? '，选举组织员主持工会工作' : ''}。`,
      '现申请成立工会筹备组，负责宣传动员、发展会员、酝酿候选人和筹备第一次会员大会。',
      '以上报告，请批复。',
    ],
  }),
  prep_approval: (facts) => ({
    title: `关于同意成立${facts.unionName}筹备组的批复`,
    addressee: firmsOf(facts),
    issuer: facts.upper,
    paragraphs: [
      `你单位关于成立${facts.unionName}筹备组的报告收悉。经研究，批复如下：`,
      '一、同意成立筹备组，开展筹建工作。',
      '二、请做好会员发展。职工入会自愿，入会须填写《中华全国总工会入会申请书》和《工会会员登记表》。',
      `三、请按《工会基层组织选举工作条例》酝酿候选人，公示不少于七日后报批。候选人条件按《企业工会主席产生办法（试行）》执行。本届任期${facts.termYears}年。`,
      '四、会员大会选举工会委员会时，同时选举经费审查委员会（委员）和女职工委员会（委员）。',
    ],
  }),
  founding_report: (facts) => ({
    title: `关于${facts.unionName}选举结果和申请成立的报告`,
    addressee: facts.upper,
    issuer: preparers(facts),
    paragraphs: [
      `${facts.unionName}筹备组已发展会员${facts.members}人，其中女会员${facts.women}人。${facts.heldOn ? `${day(facts.heldOn)}召开第一次会员（代表）大会，以无记名投票方式进行选举。` : ''}`,
      `选举结果：${namesOf(facts)}。各人得票见选举结果报告单。`,
      `现申请成立${facts.unionName}，本届任期${facts.termYears}年。`,
      '以上报告，请批复。',
    ],
  }),
  founding_approval: (facts) => ({
    title: `关于同意成立${facts.unionName}的批复`,
    addressee: preparers(facts),
    issuer: facts.upper,
    paragraphs: [
      `你筹备组关于选举结果和申请成立的报告收悉。经研究，批复如下：`,
      `一、同意成立${facts.unionName}${firmsCovered(facts)}。`,
      facts.elected.length > 0 ? `二、同意选举结果：${namesOf(facts)}。` : '二、同意选举结果。',
      `三、本届任期${facts.termYears}年，自${day(facts.fromOn)}至${day(facts.until)}。`,
      facts.body === 'organiser'
        ? '四、请刻制印章、开立账户，并办理工会经费关系。'
        : '四、请刻制印章、开立账户，六十日内向区总工会申请工会法人资格登记，并办理工会经费关系。',
    ],
  }),
}

const firmsCovered = (facts: PaperFacts): string =>
  facts.form === 'joint' || facts.form === 'industry' ? `，覆盖${facts.firms.join('、')}` : ''
