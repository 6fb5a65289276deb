import './console.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { NowRoot } from '../../kit/api/now.tsx'
import { KitRoot } from '../../kit/index.ts'
import { deviceClock } from '../web/shared/clock.ts'
import { speakPlainly } from '../web/shared/plain-words.ts'
import { createQueryClient } from '../web/shared/query.ts'
import { router } from './router.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
speakPlainly()

createRoot(root).render(
  <StrictMode>
    <KitRoot>
      <NowRoot clock={deviceClock}>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </NowRoot>
    </KitRoot>
  </StrictMode>,
)
