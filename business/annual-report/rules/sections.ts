import type { Section } from '../../../kernel/indicators/define.ts'

/** A section of the report: its short name, and its headings in the part that looks back and the part that looks ahead. */
type Words = { title: string; done: string; planned: string }

/** In the order of the report. */
export const sections: Readonly<Record<Section, Words>> = {
  thought: {
    title: '思想引领',
    done: '加强思想政治引领，把职工群众紧紧团结在党的周围',
    planned: '持续做好思想政治引领',
  },
  workforce: {
    title: '产业工人队伍',
    done: '推进产业工人队伍建设改革，支持职工成长成才',
    planned: '深入推进产业工人队伍建设改革',
  },
  rights: {
    title: '维权服务',
    done: '依法维护职工权益，促进劳动关系和谐稳定',
    planned: '健全维权服务机制',
  },
  organisation: {
    title: '基层组织',
    done: '夯实基层组织，扩大工会覆盖',
    planned: '建强基层组织',
  },
  services: {
    title: '职工服务',
    done: '做实职工服务，回应职工所需所盼',
    planned: '提升职工服务水平',
  },
  reform: {
    title: '深化改革',
    done: '深化工会改革，增强基层活力',
    planned: '推动工会改革走深走实',
  },
  party: {
    title: '党的建设',
    done: '全面加强党的建设，锻造过硬工会干部队伍',
    planned: '坚持党建引领，加强自身建设',
  },
}

export const sectionOrder = Object.keys(sections) as Section[]

/** Where the plan's lines stand in the report, also those that are not built yet; every other one by the chapter of the plan. */
const sectionOfLine: Readonly<Record<string, Section>> = {
  'collective-contracts': 'rights',
  'early-warning': 'rights',
  'legal-aid': 'rights',
  mediation: 'rights',
  stations: 'services',
  training: 'workforce',
  contests: 'workforce',
  honours: 'workforce',
  studios: 'workforce',
  cadres: 'party',
  'party-building': 'party',
  outreach: 'thought',
  publicity: 'thought',
  culture: 'thought',
  federations: 'reform',
  consultation: 'reform',
  exchange: 'reform',
  overview: 'reform',
}

const sectionOfChapter: Readonly<Record<string, Section>> = {
  rights: 'rights',
  organising: 'organisation',
  services: 'services',
  honour: 'workforce',
  self: 'party',
  together: 'reform',
}

/** The section in which a task or target of a line is told. */
export const sectionOf = (line: string, chapter: string): Section =>
  sectionOfLine[line] ?? sectionOfChapter[chapter] ?? 'reform'
