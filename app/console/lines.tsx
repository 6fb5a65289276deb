import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { permissions as appeals } from '../../business/appeals/permissions.ts'
import type { Permissions } from '../../kernel/access/permissions.ts'
import type { Chapter } from '../../kernel/line.ts'

export interface LineVerb {
  title: string
  /** Below the line's address. */
  path: string
  permission: string
  /** Pinyin initials, so that it is found without the input method. */
  initials: string
}

/** A rate that the overview shows by street: numerator over denominator, both figures of the line. */
export interface RateByPlace {
  title: string
  over: readonly [numerator: string, denominator: string]
}

/** One line at the desk. A new line is one folder plus one entry here. */
export interface LineEntry {
  slug: string
  title: string
  chapter: Chapter
  permissions: Permissions
  /** Whoever holds this sees the line in the side bar. */
  reads: string
  initials: string
  /** What can be begun from anywhere. */
  verbs: readonly LineVerb[]
  /** Figures that stand on the home page, by code. */
  figures: readonly string[]
  rateByPlace?: RateByPlace
  /** The figure whose months the overview draws. */
  monthly?: string
  load: () => Promise<{ routes: RouteObject[] }>
  icon?: ComponentType
}

export const lines: readonly LineEntry[] = [
  {
    slug: 'appeals',
    title: '职工诉求',
    chapter: 'rights',
    permissions: appeals,
    reads: 'appeals.read',
    initials: 'zgsq',
    verbs: [
      { title: '登记诉求', path: 'new', permission: 'appeals.receive', initials: 'djsq' },
      {
        title: '算一算：补偿、加班费、双倍工资、年休假',
        path: 'calculators',
        permission: 'appeals.read',
        initials: 'sys',
      },
    ],
    figures: ['appeals.received', 'appeals.handled', 'appeals.recovered', 'appeals.onTimeRate'],
    rateByPlace: { title: '诉求按期办结率，各地', over: ['appeals.onTime', 'appeals.handled'] },
    monthly: 'appeals.handled',
    load: () => import('../../business/appeals/ui/console.tsx'),
  },
]
