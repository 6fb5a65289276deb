import { contract as search } from '../../../kernel/search/contract.ts'
import { useApi, useDesk } from '../../../kit/api/index.ts'
import type { Command, CommandGroup } from '../../../kit/index.ts'
import { useWork } from './at-work.tsx'
import { linesOf } from './navigation.ts'

interface Named extends Command {
  /** Pinyin initials. */
  initials: string
}

/** What may be typed into the one search: something to do, a page, or anything the registries and matters know. */
export function useCommands(): (text: string) => Promise<readonly CommandGroup[]> {
  const { post } = useWork()
  const { may } = useDesk()
  const { find } = useApi('search', search)
  const verbs = verbsOf(post.role, may)
  const pages = pagesOf(post.role, may)
  return async (text) => {
    const found = may('search.find') ? await find({ text }) : { cases: [], enterprises: [], orgs: [], people: [] }
    return [
      { title: '要办的事', items: verbs.filter((verb) => fits(verb, text)) },
      { title: '页面', items: pages.filter((page) => fits(page, text)) },
      { title: '事项', items: found.cases.map(caseOf) },
      { title: '单位', items: found.enterprises.map(may('enterprises.read') ? employerOf : employerAppeals) },
      { title: '工会', items: found.orgs.map(unionOf) },
      { title: '人员', items: may('people.read') ? found.people.map(personOf) : [] },
    ]
  }
}

function fits({ title, initials }: Named, text: string): boolean {
  const typed = text.trim().toLowerCase()
  return title.includes(typed) || initials.startsWith(typed)
}

const verbsOf = (role: string, may: (permission: string) => boolean): Named[] =>
  linesOf(role).flatMap((line) =>
    line.verbs
      .filter(({ permission }) => may(permission))
      .map(({ title, path, initials }) => ({
        id: `${line.slug}/${path}`,
        title,
        initials,
        href: `/console/${line.slug}/${path}`,
      })),
  )

function pagesOf(role: string, may: (permission: string) => boolean): Named[] {
  const own = linesOf(role).map(({ slug, title, initials }) => ({
    id: slug,
    title,
    initials,
    href: `/console/${slug}`,
  }))
  const rules = { id: 'parameters', title: '办理期限和参数', initials: 'blqx', href: '/console/parameters' }
  const imports = { id: 'imports', title: '导入表格', initials: 'drbg', href: '/console/imports' }
  const account = { id: 'account', title: '我的账号：改密码、登录设备', initials: 'wdzh', href: '/console/account' }
  return [
    { id: 'home', title: '待办', initials: 'db', href: '/console' },
    ...own,
    ...(may('imports.use') ? [imports] : []),
    ...(may('parameters.read') ? [rules] : []),
    account,
  ]
}

interface FoundCase {
  id: string
  line: string
  lineTitle: string
  number: string
  title: string
  stateTitle: string
}

const caseOf = ({ id, line, lineTitle, number, title, stateTitle }: FoundCase): Command => ({
  id,
  title,
  context: `${lineTitle} · ${number} · ${stateTitle}`,
  href: `/console/${line}/${id}`,
})

const personOf = ({ id, name, context }: { id: string; name: string; context: string }): Command => ({
  id,
  title: name,
  context,
  href: `/console/people/${id}`,
})

const employerOf = ({ id, name, place }: { id: string; name: string; place: string }): Command => ({
  id,
  title: name,
  context: place,
  href: `/console/enterprises/${id}`,
})

/** For whoever sees no register: what the employer is to him. */
const employerAppeals = ({ id, name, place }: { id: string; name: string; place: string }): Command => ({
  id,
  title: name,
  context: `${place} · 看这家单位的诉求`,
  href: `/console/appeals?scope=all&text=${encodeURIComponent(name)}`,
})

const unionOf = ({
  id,
  path,
  name,
  context,
}: {
  id: string
  path: string
  name: string
  context: string
}): Command => ({
  id,
  title: name,
  context,
  href: `/console/orgs/${encodeURIComponent(path)}`,
})
