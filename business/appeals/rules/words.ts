/** What an appeal is about (诉求类别). */
export const categories = {
  wages: '工资',
  social_insurance: '社保',
  overtime: '加班',
  dismissal: '解除',
  injury: '工伤',
  women: '女职工',
  dispatch: '派遣',
  other: '其他',
} as const
export type Category = keyof typeof categories

export const channels = {
  hall: '服务大厅',
  window: '窗口',
  '12351': '12351 热线',
  '12345': '12345 转办',
  shenigong: '深i工',
  wechat: '微信',
  visit: '走访',
  informant: '信息员',
  federation: '工联会',
  station: '驿站扫码',
  court: '法院',
  superior: '上级转办',
} as const
export type Channel = keyof typeof channels

export const difficulties = { general: '一般', difficult: '疑难', complex: '特别复杂' } as const
export type Difficulty = keyof typeof difficulties

export const outcomes = {
  settled: '协商一致',
  paid: '已经支付',
  advised: '解答指导',
  referred: '转由其他部门处理',
  not_supported: '不予支持',
} as const
export const satisfactions = {
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
  unreachable: '未联系上',
} as const
export const referralTargets = {
  mediation: '诉调对接',
  legal_aid: '法律援助',
  supervision: '劳动法律监督函',
  labour_bureau: '人社部门',
  petition: '信访部门',
} as const

type Rule = { category: Category; weight: number; pattern: RegExp; because: string }

/**
 * The words that lead to a category, each with its weight and the article it touches. Transparent on purpose: an officer sees every word that counted,
 * and the next person can add one here.
 */
export const wordRules: readonly Rule[] = [
  {
    category: 'wages',
    weight: 4,
    pattern:
      /(拖欠|欠|克扣|扣发|少发|不发|没发|没有发|未发|没拿到|拿不到|不结|没结|没结清|晚发|压)(了|着|我们|我|他们|大家)?的?(\S{0,6})?(工资|薪水|薪|钱|配送费|跑单费|提成|奖金|货款)/,
    because: '劳动合同法第三十条；深圳市员工工资支付条例',
  },
  {
    category: 'wages',
    weight: 3,
    pattern: /(工资|薪水|配送费|提成|奖金|年终奖|高温津贴|高温费)(\S{0,8})?(没|未|不|被扣|拖|少)/,
    because: '劳动合同法第三十条；深圳市员工工资支付条例',
  },
  {
    category: 'wages',
    weight: 3,
    pattern: /欠薪|讨薪|低于最低工资|结算款|扣工资|罚款|扣钱/,
    because: '劳动合同法第三十条',
  },
  {
    category: 'social_insurance',
    weight: 4,
    pattern: /(社保|社会保险|养老保险|医保|公积金|五险)(\S{0,6})?(没|未|不|断|少|补|停)/,
    because: '社会保险法第五十八条、第六十条',
  },
  {
    category: 'social_insurance',
    weight: 3,
    pattern: /(不|没|未|没有)(给|帮|为)?(我|我们|员工|大家)?(缴|交|买|上)(\S{0,4})?(社保|社会保险|保险|公积金)/,
    because: '社会保险法第五十八条',
  },
  { category: 'social_insurance', weight: 1, pattern: /社保|社会保险|公积金/, because: '社会保险法' },
  { category: 'overtime', weight: 3, pattern: /加班(费|工资)/, because: '劳动法第四十四条' },
  {
    category: 'overtime',
    weight: 2,
    pattern:
      /(强制|天天|每天|经常|通宵|不让休|没休|一直)(\S{0,4})?(加班|上班|干活)|没有休息|不让休息|一天(干|上|做)?十[二三四五六]?(个)?(多)?小时|加班到/,
    because: '劳动法第四十一条',
  },
  { category: 'overtime', weight: 1, pattern: /加班|超时|夜班|大小周|年休假|年假/, because: '劳动法第四章' },
  {
    category: 'dismissal',
    weight: 4,
    pattern: /(被|要|突然|口头|违法|无故|把我|把我们)(\S{0,4})?(开除|辞退|解雇|解除|裁员|裁了|裁掉|炒|赶走)/,
    because: '劳动合同法第三十九条至第四十八条',
  },
  {
    category: 'dismissal',
    weight: 3,
    pattern:
      /经济补偿|赔偿金|补偿金|离职证明|劝退|逼(我|我们|着)?(\S{0,4})?(辞职|离职|走)|不让(我)?(上班|进厂)|裁员|封(了)?(我的)?(账)?号|停单/,
    because: '劳动合同法第四十六条、第四十七条、第八十七条',
  },
  {
    category: 'dismissal',
    weight: 1,
    pattern: /开除|辞退|解雇|解除合同|劳动合同|没签合同|不签合同|未签/,
    because: '劳动合同法第十条、第八十二条',
  },
  {
    category: 'injury',
    weight: 4,
    pattern:
      /工伤|职业病|(上班|干活|送单|送餐|送货|工作|下班路上|上班路上|厂里|车间|工地)(\S{0,10})?(受伤|摔|压伤|烫伤|撞|砸|断|出事|骨折|晕倒)/,
    because: '工伤保险条例第十四条、第十七条',
  },
  {
    category: 'injury',
    weight: 2,
    pattern: /(受伤|骨折|住院|烧伤|手指|粉尘|中暑|中毒|交通事故|猝死|死亡)/,
    because: '工伤保险条例第十四条',
  },
  {
    category: 'women',
    weight: 6,
    pattern: /怀孕|孕期|产假|哺乳|产检|生育津贴|女职工|性骚扰|三期/,
    because: '女职工劳动保护特别规定',
  },
  {
    category: 'dispatch',
    weight: 4,
    pattern: /劳务派遣|派遣(公司|工|员)?|外包(公司|工)?|中介(公司)?|同工不同酬|临时工/,
    because: '劳动合同法第五十七条至第六十七条',
  },
]

/** Words that make a matter urgent whatever it is about. */
export const urgentWords =
  /(跳楼|自杀|不想活|轻生|堵路|罢工|停工|围堵|讨说法|老板(跑|失联|不见|联系不上)|跑路|搬厂|搬走|转移设备|生命危险|昏迷|抢救|死亡|猝死|没钱吃饭|断粮)/

/** Which office helps with a category besides the street union. */
export const offices: Record<Category, string> = {
  wages: '街道劳动办（劳动监察）',
  social_insurance: '社保局龙岗分局',
  overtime: '街道劳动办（劳动监察）',
  dismissal: '工会法律服务站',
  injury: '工会法律服务站、社保局工伤科',
  women: '区总工会女职工委员会',
  dispatch: '街道劳动办',
  other: '街道总工会',
}
