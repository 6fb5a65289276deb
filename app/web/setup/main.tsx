import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { KitRoot } from '../../../kit/index.ts'
import { Setup } from './setup.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <KitRoot>
      <Setup />
    </KitRoot>
  </StrictMode>,
)
