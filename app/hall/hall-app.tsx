import './hall.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useLayoutEffect, useMemo } from 'react'
import { BrowserRouter, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'
import type { HallShell } from '../../business/appeals/ui/hall-shell.ts'
import { DeskRoot, NowRoot } from '../../kit/api/index.ts'
import { HallFrame, Navigation, StateBlock } from '../../kit/hall/index.ts'
import { deviceClock } from '../web/shared/clock.ts'
import { createQueryClient } from '../web/shared/query.ts'
import { Broken } from './broken.tsx'
import { anonymousDesk, ownDesk } from './desks.ts'
import { Home } from './home.tsx'
import { lines } from './lines.tsx'
import { Matter } from './matter.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { nameOf, usePerson } from './person.tsx'
import { keepReceipt } from './receipts.ts'

const AllMatters = lazy(() => import('./all-matters.tsx'))
const ByReceipt = lazy(() => import('./by-receipt.tsx'))
const DoorPage = lazy(() => import('./door.tsx'))
const MePage = lazy(() => import('./me.tsx'))
const Devices = lazy(() => import('./devices.tsx'))
const NotMe = lazy(() => import('./not-me.tsx'))
const SignIn = lazy(() => import('./sign-in.tsx'))
const Privacy = lazy(() => import('./privacy.tsx'))

const client = createQueryClient()
const desk = ownDesk()
const own = { root: '/matters', title: '我的事项' }

/** 服务大厅: home comes at once, everything else when it is opened. */
export function HallApp() {
  return (
    <NowRoot clock={deviceClock}>
      <QueryClientProvider client={client}>
        <DeskRoot desk={desk}>
          <BrowserRouter>
            <Rooms />
          </BrowserRouter>
        </DeskRoot>
      </QueryClientProvider>
    </NowRoot>
  )
}

function Rooms() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const shell = useShell()
  return (
    <Navigation navigate={navigate}>
      <FromTheTop key={pathname} />
      <Broken key={pathname.split('/')[1]}>
        <Suspense fallback={<Opening />}>
          <Routes>
            <Route index element={<Home />} />
            <Route path="matters" element={<AllMatters />} />
            <Route path="matters/:line/:id/*" element={<Matter place={own} />} />
            <Route path="receipt/*" element={<ByReceipt />} />
            <Route path="door/join" element={<Navigate to="/join" replace />} />
            <Route path="door/:name" element={<DoorPage />} />
            <Route path="me" element={<MePage />} />
            <Route path="me/devices" element={<Devices />} />
            <Route path="not-me" element={<NotMe />} />
            <Route path="sign-in" element={<SignIn />} />
            <Route path="privacy" element={<Privacy />} />
            {lines.flatMap(({ pages }) =>
              pages.map(({ path, Page }) => <Route key={path} path={path} element={<Page shell={shell} />} />),
            )}
            <Route path="*" element={<NoSuchPage />} />
          </Routes>
        </Suspense>
      </Broken>
    </Navigation>
  )
}

/** Every page begins at its top. */
function FromTheTop() {
  useLayoutEffect(() => {
    globalThis.scrollTo(0, 0)
  }, [])
  return null
}

function useShell(): HallShell {
  const { me, phone } = usePerson()
  const name = me ? nameOf(me) : undefined
  const isOut = me === null
  return useMemo(
    () => ({
      person: name === undefined ? (isOut ? null : undefined) : { name, phone },
      anonymous: anonymousDesk,
      keepReceipt,
    }),
    [name, phone, isOut],
  )
}

const Opening = () => (
  <HallFrame title="暖蜂服务大厅">
    <StateBlock kind="loading" />
  </HallFrame>
)
