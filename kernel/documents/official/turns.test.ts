import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('heavy work is done one piece at a time, in the order in which it was asked for', async () => {
  const takeTurn = createTurns()
  const log: string[] = []
  const work = async (name: string) => {
    const endTurn = await takeTurn(1000)
    log.push(`${name} begins`)
    await Promise.resolve()
    log.push(`${name} ends`)
    endTurn?.()
  }
  await Promise.all(['甲', '乙', '丙'].map(work))
  expect(log).toEqual(['甲 begins', '甲 ends', '乙 begins', '乙 ends', '丙 begins', '丙 ends'])
})

test('who has waited too long gets no turn, and does not stand in the way of who comes after', async () => {
  const takeTurn = createTurns()
  const endFirst = await takeTurn(1000)
  const patient = takeTurn(1000)
  expect(await takeTurn(5)).toBeUndefined()
  const last = takeTurn(1000)
  endFirst?.()
  const endPatient = await patient
  expect(endPatient).toBeDefined()
  endPatient?.()
  expect(await last).toBeDefined()
})
