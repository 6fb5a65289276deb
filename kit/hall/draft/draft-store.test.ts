import { expect, test } from 'vitest'
import { clearDraft, type DraftStorage, readDraft, writeDraft } from './draft-store.ts'

function phone(): DraftStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const full: DraftStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError')
  },
  removeItem: () => undefined,
}

const blank = { story: '', people: 0, kinds: [] as string[] }

test('张师傅 closes the page and finds his words again', () => {
  const storage = phone()
  expect(writeDraft(storage, 'appeal', { ...blank, story: '三个月没发工资' })).toBe(true)
  expect(readDraft(storage, 'appeal', blank)).toEqual({ ...blank, story: '三个月没发工资' })
})

test('another form does not see this draft', () => {
  const storage = phone()
  writeDraft(storage, 'appeal', { story: '三个月没发工资' })
  expect(readDraft(storage, 'join', blank)).toBeUndefined()
})

test('after an update, fields that are gone or changed their kind are left behind', () => {
  const storage = phone()
  writeDraft(storage, 'appeal', { story: '没发工资', people: '27', kinds: {}, plate: '粤B' })
  expect(readDraft(storage, 'appeal', blank)).toEqual({ ...blank, story: '没发工资' })
})

test('a spoilt draft is as good as none', () => {
  const storage = phone()
  storage.kept.set('nf.draft.appeal', '{"story":')
  expect(readDraft(storage, 'appeal', blank)).toBeUndefined()
})

test('a full phone is told apart from a kept draft', () => {
  expect(writeDraft(full, 'appeal', blank)).toBe(false)
})

test('a sent draft is gone', () => {
  const storage = phone()
  writeDraft(storage, 'appeal', blank)
  clearDraft(storage, 'appeal')
  expect(readDraft(storage, 'appeal', blank)).toBeUndefined()
})
