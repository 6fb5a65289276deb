import type { Option } from '../../../kit/index.ts'
import { lines } from '../lines.tsx'

interface Registered {
  title: string
  kind: 'query' | 'action'
}

const loaders = import.meta.glob<Record<string, Registered>>(
  ['../../../business/*/contract.ts', '../../../kernel/{people,enterprises,org,parameters,notify}/contract.ts'],
  { import: 'contract' },
)

/** The kernel's registers under the names they have in the log. */
const kernelTitles: Readonly<Record<string, string>> = {
  people: '人员',
  enterprises: '企业',
  orgs: '工会组织',
  parameters: '参数',
  notices: '消息',
}
const kernelRooms: Readonly<Record<string, string>> = { orgs: 'org', notices: 'notify' }

/** What no contract names: sign-ins, files, work by night, the operator at the machine. */
const otherTitles: Readonly<Record<string, string>> = {
  'accounts.sign-in': '账号·登录',
  'accounts.sign-out': '账号·退出登录',
  'accounts.send-code': '账号·发送手机验证码',
  'accounts.two-factor': '账号·两步验证',
  'accounts.enable-two-factor': '账号·开启两步验证',
  'accounts.disable-two-factor': '账号·关闭两步验证',
  'accounts.renew-backup-codes': '账号·换备用码',
  'accounts.change-password': '账号·改密码',
  'accounts.end-session': '账号·让一台设备退出',
  'accounts.end-all-sessions': '账号·让所有设备退出',
  'documents.open': '附件·打开',
  'documents.pdf': '附件·转成 PDF',
  'documents.upload': '附件·上传',
  'orgs.import': '工会组织·导入',
  'house.establish': '系统·开通',
  'house.backup': '系统·备份',
  'house.restore': '系统·恢复备份',
  'house.tidy': '系统·整理',
  'house.user-add': '系统·添加账号',
  'house.user-lock': '系统·停用账号',
  'house.user-unlock': '系统·恢复账号',
  'job.deadlines.watch': '系统·查看时限',
}

/** A deed in words; the server names what stands in a contract. */
export const deedWords = ({ action, actionTitle }: { action: string; actionTitle: string }): string =>
  actionTitle === action ? (otherTitles[action] ?? action) : actionTitle

/** Every deed the log can be asked for by name: those of the lines, of the registers, and the rest. */
export async function readDeeds(): Promise<Option[]> {
  const business = lines.map(({ slug, title }) => deedsOf(`business/${slug}`, slug, title))
  const kernel = Object.entries(kernelTitles).map(([slug, title]) =>
    deedsOf(`kernel/${kernelRooms[slug] ?? slug}`, slug, title),
  )
  const known = (await Promise.all([...business, ...kernel])).flat()
  return [...known, ...Object.entries(otherTitles).map(([value, title]) => ({ value, title }))]
}

async function deedsOf(room: string, slug: string, title: string): Promise<Option[]> {
  const contract = await loaders[`../../../${room}/contract.ts`]?.()
  return Object.entries(contract ?? {})
    .filter(([, { kind }]) => kind === 'action')
    .map(([name, deed]) => ({ value: `${slug}.${name}`, title: `${title}·${deed.title}` }))
}
