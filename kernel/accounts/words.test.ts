import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'
import { isOffice } from './offices.ts'
import { findPhone } from './phone.ts'
import { wordsFor } from './words.ts'

test('A phone is read as people type it', () => {
  for (const typed of [
    '13800000002',
    ' 138 0000 0002',
    '138-0000-0002',
    '+8613800000002',
    '８６１３８０００００００２',
    '86 13800000002',
  ]) {
    expect(findPhone(typed)).toBe('13800000002')
  }
  for (const typed of ['1380000000', '138000000021', '12800000002', 'chen.xm', '+85298765432'])
    expect(findPhone(typed)).toBeNull()
})

test('A device is named as its owner would', () => {
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit Version/18.0 Safari/604.1')).toBe(
    '苹果手机 · Safari',
  )
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0')).toBe('Windows 电脑 · Edge')
  expect(deviceOf('Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb')).toBe('鸿蒙手机')
  expect(deviceOf(null)).toBe('未知设备')
})

test('Informants and workers do no office work; everybody with a desk does', () => {
  expect((['informant', 'worker', 'visitor'] as const).some(isOffice)).toBe(false)
  expect((['district_leader', 'enterprise_chair', 'lawyer', 'audit_admin'] as const).every(isOffice)).toBe(true)
})

test('An error nobody foresaw still says what to do', () => {
  expect(wordsFor('SOMETHING_NEW', 400)).toEqual({ status: 400, message: '这一步没有办成，请刷新页面后重试' })
  expect(wordsFor(undefined, 429).message).toContain('稍后再试')
  expect(wordsFor(undefined, 502)).toMatchObject({ status: 500 })
})
