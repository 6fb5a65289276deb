import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HallApp } from '../../hall/hall-app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <HallApp />
  </StrictMode>,
)

// Without a network the hall still opens, and the draft in it. The development server has no worker.
if (import.meta.env.PROD && 'serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {})
