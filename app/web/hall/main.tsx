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
