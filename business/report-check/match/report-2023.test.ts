import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readReport } from '../claims/read.ts'
import type { KnownFigure } from './candidates.ts'
import { judge } from './match.ts'

const at = (file: string) => new URL(`../../../../shared/seed/${file}`, import.meta.url)
const isThere = existsSync(at('report-2023.txt'))
const json = (file: string) => JSON.parse(readFileSync(at(file), 'utf8'))
const Figures = z.object({
  figures: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      unit: z.string(),
      kind: z.string(),
      min: z.number(),
      max: z.number(),
    }),
  ),
})
const Plan = z.object({
  targets: z.array(
    z.object({ code: z.string(), title: z.string(), unit: z.string(), target: z.number(), comparator: z.string() }),
  ),
})

describe.skipIf(!isThere)("the federation's report of 2023 (skipped where its text is not beside the project)", () => {
  const input = isThere ? readFileSync(at('report-2023.txt'), 'utf8') : ''
  const { claims, year } = readReport(input)
  const figures = isThere ? Figures.parse(json('figures-2023.json')).figures.filter(({ kind }) => kind !== 'rank') : []
  const plan = isThere ? Plan.parse(json('plan-2024.json')).targets : []
  const known: KnownFigure[] = figures.map(({ code, title, unit, min, max }) => ({
    code,
    title,
    unit,
    value: unit === '%' ? (min + max) / 2 : Math.round((min + max) / 2),
  }))
  const targets = plan.map(({ code, title, unit, target, comparator }) => ({
    figure: code,
    title,
    unit,
    year: 2024,
    comparator,
    number: target,
  }))

  test('53 facts and 5 targets, none invented', () => {
    expect(year).toBe(2023)
    expect(claims.filter(({ isTarget }) => !isTarget)).toHaveLength(53)
    expect(claims.filter(({ isTarget }) => isTarget)).toHaveLength(5)
    for (const { quote, start, end } of claims) expect(input.slice(start, end)).toBe(quote)
  })

  test('each fact has the value and unit of its figure, and agrees with it', () => {
    const judged = judge(claims, known, targets).filter(({ isTarget }) => !isTarget)
    const byFigure = new Map(judged.map((one) => [one.figure, one]))
    expect(byFigure.size).toBe(53)
    for (const { code, unit, min, max } of figures) {
      const one = byFigure.get(code)
      expect(one, code).toMatchObject({ unit, verdict: 'agrees' })
      expect(one?.value, code).toBeLessThanOrEqual(max)
      expect(one?.value, code).toBeGreaterThanOrEqual(min - 1)
    }
  })

  test('each target finds its line of the plan', () => {
    const judged = judge(claims, known, targets).filter(({ isTarget }) => isTarget)
    for (const one of judged) {
      const planned = targets.find(({ figure }) => figure === one.figure)
      expect(planned, one.quote).toMatchObject({ number: one.value, unit: one.unit })
      expect(one.verdict).toBe('target')
    }
  })

  test('what no line records is not in our records, under its own name', () => {
    const judged = judge(
      claims,
      known.map((figure) => ({ ...figure, value: null })),
      [],
    ).filter(({ isTarget }) => !isTarget)
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['not in our records']))
    expect(new Set(judged.map(({ figure }) => figure)).size).toBe(53)
  })
})
