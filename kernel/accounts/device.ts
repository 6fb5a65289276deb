const SYSTEMS: [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
]
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const wordFor = (agent: string, words: [RegExp, string][]) => words.find(([pattern]) => pattern.test(agent))?.[1]

/** A device as its owner would recognise it, from the User-Agent header: `安卓手机 · 微信`. */
export function deviceOf(agent: string | null): string {
  const words = [wordFor(agent ?? '', SYSTEMS), wordFor(agent ?? '', BROWSERS)].filter(Boolean)
  return words.join(' · ') || '未知设备'
}
