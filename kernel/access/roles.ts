/**
 * Roles of a federation of trade unions (D: posts are held from and to). `scope` says whether row-level security opens the subtree of the post's union.
 * `system` is no post: scheduled jobs act as it, with the steps a line gives to it. The three administrators are separated (三员分立): none of them reaches business content, and no business role administers.
 */
export const roles = {
  district_leader: { title: '区总领导', scope: 'subtree' },
  district_officer: { title: '区总部室干部', scope: 'subtree' },
  street_officer: { title: '街道总工会干部', scope: 'subtree' },
  community_officer: { title: '工联会专干', scope: 'subtree' },
  enterprise_chair: { title: '企业工会主席', scope: 'subtree' },
  informant: { title: '预警信息员', scope: 'none' },
  mediator: { title: '调解员', scope: 'none' },
  lawyer: { title: '律师', scope: 'none' },
  system_admin: { title: '系统管理员', scope: 'none' },
  security_admin: { title: '安全管理员', scope: 'none' },
  audit_admin: { title: '审计管理员', scope: 'none' },
  worker: { title: '职工', scope: 'none' },
  visitor: { title: '未登录', scope: 'none' },
  system: { title: '系统', scope: 'subtree' },
} as const satisfies Record<string, { title: string; scope: 'subtree' | 'none' }>

export type Role = keyof typeof roles

export const administrators: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']

export const isRole = (text: string): text is Role => text in roles
