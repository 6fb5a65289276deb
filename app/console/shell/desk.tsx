import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Desk as DeskParts, DeskRoot, RegistriesRoot } from '../../../kit/api/index.ts'
import { Navigation } from '../../../kit/index.ts'
import type { HeldPost, Me } from '../../web/shared/account.ts'
import { createQueryClient } from '../../web/shared/query.ts'
import { type ApiError, createSend } from '../../web/shared/send.ts'
import { createUpload } from '../../web/shared/upload.ts'
import { SignInAgain } from '../door/sign-in-again.tsx'
import { mayAs } from '../roles.ts'
import { AtWork } from './at-work.tsx'
import { registriesOf } from './offered-registries.ts'
import { Shell } from './shell.tsx'
import { useFileLinks } from './use-file-links.ts'

interface DeskProps {
  me: Me
  post: HeldPost
  /** The session has ended meanwhile. */
  isOut: boolean
  onSwitch: (post: string | undefined) => void
}

/** Everything the screens need while somebody works in one post; another post is another desk with nothing left over. */
export function Desk({ me, post, isOut, onSwitch }: DeskProps) {
  const door = useQueryClient()
  const [{ desk, registries, client }] = useState(() =>
    furnish(post, () => void door.invalidateQueries({ queryKey: ['me'] })),
  )
  useFileLinks(post.id)
  return (
    <QueryClientProvider client={client}>
      <DeskRoot desk={desk}>
        <RegistriesRoot registries={registries}>
          <AtWork value={{ me, post, onSwitch }}>
            <Routed>
              <Shell />
            </Routed>
          </AtWork>
        </RegistriesRoot>
      </DeskRoot>
      <SignInAgain
        open={isOut}
        onDone={() => void Promise.all([door.invalidateQueries({ queryKey: ['me'] }), client.invalidateQueries()])}
      />
    </QueryClientProvider>
  )
}

function Routed({ children }: { children: ReactNode }) {
  const go = useNavigate()
  return <Navigation navigate={(href) => void go(href)}>{children}</Navigation>
}

function furnish(post: HeldPost, recheck: () => void) {
  const headers = () => ({ 'nf-post': post.id })
  const onRefused = (error: ApiError) => {
    if (error.status === 401 || isAboutTheDoor(error)) recheck()
  }
  const desk: DeskParts = {
    send: createSend({ headers, onRefused }),
    upload: createUpload(headers),
    fileHref: (id) => `/api/documents/${id}`,
    may: (permission) => mayAs(post.role, permission),
    unit: { path: post.orgPath, name: post.orgName },
  }
  return { desk, registries: registriesOf(desk), client: createQueryClient() }
}

/** A password has to be changed, a second factor bound, a post is no longer held: the door knows what to do. */
const isAboutTheDoor = ({ status, details }: ApiError): boolean =>
  status === 403 && typeof details === 'object' && details !== null && 'next' in details
