import type { OfficialBlock, OfficialDocument } from './types.ts'

const plain = (level: OfficialBlock['level'], text: string): OfficialBlock => ({ level, runs: [{ text }] })

const legal = (months: number): OfficialBlock[] => [
  plain(2, `第${months}季度的法律服务`),
  plain(
    3,
    '窗口接待。各街道总工会的窗口每天有人值班，职工来访当场登记，能当场答复的当场答复，不能当场答复的说明由谁办理、何时答复。',
  ),
  plain(4, '调解。先行调解，双方愿意的，由调解员主持，签订调解协议，并告知可以申请司法确认。'),
  plain(4, '仲裁和诉讼。调解不成的，告知时效，符合法律援助条件的，协助申请。'),
]

/** Four pages with every part a document can have; for tests and for looking at. */
export const sampleDocument: OfficialDocument = {
  title: '龙岗区总工会关于2023年职工维权和法律服务工作情况的报告',
  titleLines: ['龙岗区总工会关于2023年职工维权', '和法律服务工作情况的报告'],
  note: '草稿',
  number: '龙工〔2024〕1号',
  addressee: '深圳市总工会',
  blocks: [
    plain(0, '现将2023年职工维权和法律服务工作情况报告如下。'),
    plain(1, '职工诉求'),
    {
      level: 0,
      runs: [
        { text: '全年受理职工诉求' },
        { text: '894宗', annex: 'appeals.handled' },
        { text: '，涉及职工' },
        { text: '3127人', annex: 'appeals.people' },
        { text: '，按期办结率' },
        { text: '98.6%', annex: 'appeals.in-time' },
        {
          text: '。其中劳动报酬类最多，主要发生在制造业和建筑业；新就业形态劳动者的诉求比上年增加，主要是计件单价和意外伤害。',
        },
      ],
    },
    plain(2, '诉求来自哪里'),
    plain(
      0,
      '职工从手机、窗口、12351热线和工作站提出诉求，由街道总工会受理；跨街道的由区总工会指定一个街道牵头。每一宗都有承办人和答复期限，职工随时可以看到。',
    ),
    plain(1, '法律服务'),
    ...[1, 2, 3, 4].flatMap(legal),
    plain(1, '下一步工作'),
    {
      level: 0,
      runs: [
        { text: '一是把办结率保持在' },
        { text: '98.6%', annex: 'appeals.in-time' },
        {
          text: '以上。二是把工作站办到园区和工地。三是推动《深圳市员工工资支付条例》落实，年底前与有关部门联合检查一次。',
        },
      ],
    },
  ],
  annexes: [
    {
      title: '数据口径',
      entries: [
        {
          key: 'appeals.handled',
          heading: '受理职工诉求',
          rows: [
            ['口径', '当年登记为受理的诉求，一件一宗；撤回的不算。'],
            ['计数', '894宗'],
            ['截至', '2023年12月31日'],
          ],
        },
        {
          key: 'appeals.people',
          heading: '诉求涉及职工',
          rows: [
            ['口径', '上述诉求涉及的职工，按人去重。'],
            ['计数', '3127人'],
            ['截至', '2023年12月31日'],
          ],
        },
        {
          key: 'appeals.in-time',
          heading: '按期办结率',
          rows: [
            ['口径', '在答复期限内办结的诉求，除以当年到期的诉求。'],
            ['计数', '856宗÷868宗'],
            ['截至', '2023年12月31日'],
          ],
        },
      ],
    },
    {
      title: '各街道职工诉求受理和办结情况以及与上一年同期的比较',
      entries: [
        {
          key: 'not.named',
          heading: '平湖街道',
          rows: [
            ['受理', '112宗'],
            ['办结', '110宗'],
          ],
        },
      ],
    },
  ],
  issuer: '龙岗区总工会',
  issuedOn: '2024-01-05',
  fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
}
