import type { ThemeConfig } from 'antd'

/** The custom properties of a style sheet, without their `--nf-` prefix. */
export function readTokens(sheet: string): Record<string, string> {
  const pairs = sheet.matchAll(/--nf-([a-z0-9-]+):\s*([^;]+);/g)
  return Object.fromEntries([...pairs].map(([, name, value]) => [name, value?.replace(/\s+/g, ' ').trim()]))
}

type Token = (name: string) => string

export function tokenReader(sheet: string): Token {
  const tokens = readTokens(sheet)
  return (name) => {
    const value = tokens[name]
    if (!value) throw new Error(`tokens.css has no --nf-${name}`)
    return value
  }
}

const pixels = (value: string) => Number.parseInt(value, 10)

const surfaces = (token: Token) => ({
  colorBgLayout: token('paper'),
  colorBgContainer: token('card'),
  colorBgElevated: token('card'),
  colorFillAlter: token('wash'),
  colorFillTertiary: token('wash'),
  colorBorder: token('line-strong'),
  colorBorderSecondary: token('line'),
  colorSplit: token('line'),
  colorBgMask: token('mask'),
  boxShadow: token('float'),
  boxShadowSecondary: token('float'),
  borderRadius: pixels(token('radius')),
  borderRadiusSM: pixels(token('radius-small')),
  borderRadiusLG: pixels(token('radius-card')),
  controlHeight: pixels(token('target')),
})

const type = (token: Token) => ({
  fontFamily: token('font'),
  fontSize: pixels(token('text')),
  fontSizeSM: pixels(token('small')),
  lineHeight: Number(token('leading')),
  fontWeightStrong: 600,
  colorText: token('ink'),
  colorTextSecondary: token('soft'),
  colorTextTertiary: token('soft'),
  colorTextDescription: token('soft'),
  colorTextPlaceholder: token('soft'),
  colorTextQuaternary: token('soft'),
  colorTextDisabled: token('soft'),
})

/** Blue leads inside controls, so that red stays for the one primary verb and for what is overdue. */
const accents = (token: Token) => ({
  colorPrimary: token('blue'),
  colorLink: token('blue'),
  colorInfo: token('blue'),
  colorSuccess: token('green'),
  colorWarning: token('honey'),
  colorError: token('red'),
})

const button = (token: Token) => ({
  colorPrimary: token('red'),
  colorPrimaryHover: token('red-deep'),
  colorPrimaryActive: token('red-deep'),
  primaryShadow: 'none',
  defaultShadow: 'none',
  dangerShadow: 'none',
  defaultBorderColor: token('line'),
  defaultHoverBorderColor: token('line-strong'),
  defaultHoverColor: token('ink'),
  defaultActiveBorderColor: token('ink'),
  defaultActiveColor: token('ink'),
})

/** The Ant Design theme that says what `tokens.css` says; takes the sheet's text. */
export function themeFrom(sheet: string): ThemeConfig {
  const token = tokenReader(sheet)
  const control = { activeBorderColor: token('ink'), hoverBorderColor: token('ink'), activeShadow: 'none' }
  return {
    token: { ...surfaces(token), ...type(token), ...accents(token), motionUnit: 0.06 },
    components: {
      Button: button(token),
      Input: control,
      Tooltip: { colorBgSpotlight: token('ink') },
      Modal: { titleFontSize: 17, borderRadiusLG: pixels(token('radius-phone')) },
    },
  }
}
