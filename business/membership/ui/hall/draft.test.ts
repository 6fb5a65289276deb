import { describe, expect, test } from 'vitest'
import { blank, inputOf, lackOfWho, lackOfWork, noDocument, workplaceOf } from './draft.ts'

describe('what a rider writes on the way into the union', () => {
  test('is asked for in order: name, number, and of a passport the birthday', () => {
    expect(lackOfWho(blank, noDocument)).toBe('先写姓名')
    const named = { ...blank, name: '陈小波' }
    expect(lackOfWho(named, noDocument)).toBe('再写证件号码')
    expect(lackOfWho(named, { ...noDocument, idNumber: '1' })).toBeUndefined()
    expect(lackOfWho(named, { idKind: 'passport', idNumber: 'E1', birthOn: '' })).toContain('出生日期')
  })

  test('needs a firm, or a trade with a street, or only a street', () => {
    expect(lackOfWork(blank)).toBe('先选一种')
    expect(lackOfWork({ ...blank, work: 'firm' })).toContain('单位')
    expect(lackOfWork({ ...blank, work: 'firm', enterpriseName: '小店' })).toContain('街道')
    expect(lackOfWork({ ...blank, work: 'firm', enterpriseId: 'x' })).toBeUndefined()
    expect(lackOfWork({ ...blank, work: 'new_form' })).toContain('哪一行')
    expect(lackOfWork({ ...blank, work: 'new_form', newFormKind: 'courier', street: 's' })).toBeUndefined()
    expect(lackOfWork({ ...blank, work: 'none' })).toContain('街道')
  })

  test('sends nothing of a choice that was given up', () => {
    const changed = {
      ...blank,
      work: 'none',
      enterpriseId: 'x',
      newFormKind: 'courier',
      occupation: '零工',
      street: 's',
    }
    expect(workplaceOf(changed)).toEqual({ occupation: '零工', street: 's' })
    expect(inputOf({ ...changed, name: '甲' }, null, [])).not.toHaveProperty('name')
    expect(inputOf({ ...changed, name: '甲' }, { ...noDocument, idNumber: '1' }, [])).toMatchObject({
      name: '甲',
      idNumber: '1',
    })
  })

  test('is kept on the phone without the document number', () => {
    expect(Object.keys(blank)).not.toContain('idNumber')
  })
})
