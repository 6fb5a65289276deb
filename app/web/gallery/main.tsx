import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { KitRoot, Navigation } from '../../../kit/index.ts'
import '../../../kit/hall/hall.css'
import { Gallery } from './gallery.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

createRoot(root).render(
  <StrictMode>
    <KitRoot>
      {/* Links of the examples lead nowhere. */}
      <Navigation navigate={() => undefined}>
        <Gallery />
      </Navigation>
    </KitRoot>
  </StrictMode>,
)
