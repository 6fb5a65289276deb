import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTokens, themeFrom, tokenReader } from './theme.ts'

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const token = tokenReader(sheet)

test('tokens are read from the style sheet, over line breaks too', () => {
  expect(readTokens(':root { --nf-ink: #1d2126;\n --nf-font:\n  "A",\n  serif; }')).toEqual({
    ink: '#1d2126',
    font: '"A", serif',
  })
})

test('Ant Design wears the same blue, red and type as the style sheet', () => {
  const theme = themeFrom(sheet)
  expect(theme.token).toMatchObject({ colorPrimary: token('blue'), fontSize: 14, borderRadius: 8 })
  expect(theme.components?.Button).toMatchObject({ colorPrimary: token('red') })
})

test('a misspelt token is found at start-up', () => {
  expect(() => token('inck')).toThrow('--nf-inck')
})

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
const contrast = (text: string, ground: string) => {
  const [low, high] = [luminance(token(text)), luminance(token(ground))].sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

test.each([
  ['ink', 'paper'],
  ['soft', 'paper'],
  ['soft', 'wash'],
  ['red', 'red-wash'],
  ['honey-ink', 'honey-wash'],
  ['green', 'green-wash'],
  ['blue', 'blue-wash'],
  ['blue', 'wash'],
])('%s can be read on %s', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
})

test('edges of controls can be seen', () => {
  expect(contrast('line-strong', 'card')).toBeGreaterThanOrEqual(3)
})
