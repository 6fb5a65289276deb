import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { themeFrom } from '../theme.ts'
import sheet from '../tokens.css?raw'

/** Around the whole console: our look, Chinese words, and the place where `useSay` speaks. */
export function KitRoot({ children }: { children: ReactNode }) {
  const theme = useMemo(() => themeFrom(sheet), [])
  return (
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}

/** Says in passing that something is done (or not): 已签收. Bad news stays longer. */
export function useSay(): (words: string, tone?: 'good' | 'bad') => void {
  const { message } = App.useApp()
  return (words, tone = 'good') => {
    message.open({ type: tone === 'good' ? 'success' : 'error', content: words, duration: tone === 'good' ? 3 : 8 })
  }
}
