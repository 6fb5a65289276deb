import { z } from 'zod'
import { passwordFault } from '../../../kernel/accounts/password-rules.ts'

/** Provinces of GB/T 2260. */
const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ')

const line = (what: string, max: number) =>
  z
    .string(`请填写${what}`)
    .trim()
    .min(1, { error: `请填写${what}`, abort: true })
    .max(max, `${what}最多 ${max} 个字`)

const administrator = z.object(
  {
    name: line('姓名', 50),
    username: z
      .string('请填写用户名')
      .trim()
      .toLowerCase()
      .regex(/^[a-z][a-z0-9_.]{2,29}$/, '用户名用小写字母开头，3 到 30 位，可含数字、下划线和点'),
    password: z.string('请填写密码').superRefine((password, check) => {
      const fault = passwordFault(password)
      if (fault) check.addIssue({ code: 'custom', message: fault })
    }),
  },
  '请填写这名管理员',
)

const roles = ['system', 'security', 'audit'] as const

/** What the first run asks: the federation, and three different people to administer it (三员分立). */
export const setupForm = z
  .object({
    code: z
      .string('请填写行政区划代码')
      .trim()
      .regex(/^\d{6}$/, { error: '行政区划代码是 6 位数字（GB/T 2260），例如 440307', abort: true })
      .refine(
        (code) => provinces.includes(code.slice(0, 2)) && !code.endsWith('0000'),
        '没有这个行政区划代码，请填本区（县）的 6 位代码',
      ),
    name: line('总工会全称', 60).refine((name) => name.endsWith('工会'), '请填写全称，例如 某某区总工会'),
    shortName: line('简称', 20),
    system: administrator,
    security: administrator,
    audit: administrator,
  })
  .superRefine((form, check) => {
    for (const [field, message] of [
      ['username', '用户名与前面的管理员重复，请换一个'],
      ['name', '三员分立：三名管理员必须是三个不同的人'],
      ['password', '密码与前面的管理员相同。请三人各自设置'],
    ] as const) {
      const values = roles.map((role) => form[role][field])
      values.forEach((value, at) => {
        if (values.indexOf(value) < at) check.addIssue({ code: 'custom', message, path: [roles[at] ?? '', field] })
      })
    }
  })

export type SetupForm = z.output<typeof setupForm>
export const administratorsOf = (form: SetupForm) =>
  roles.map((role) => ({ ...form[role], role: `${role}_admin` as const }))
