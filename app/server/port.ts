import { ConfigError } from './config-error.ts'

/** What of the configuration decides where the server listens. */
export type Place = { port: number; isPortChosen: boolean; host: string }

/** Anything that listens the way Fastify does. */
export type Listener = { listen(options: { port: number; host: string }): Promise<string> }

const attempts = 20

/**
 * Makes `app` listen and gives the address it answers on. When the standard port is taken the next free one of twenty is used and `say` is told so in
 * Chinese; a port the operator chose is never exchanged. Throws ConfigError when the port, or every one tried, is taken, or the host is not ours.
 */
export async function listenOn(app: Listener, place: Place, say: (line: string) => void): Promise<string> {
  const last = place.isPortChosen ? place.port : place.port + attempts - 1
  for (let port = place.port; port <= last; port++) {
    try {
      const url = await app.listen({ port, host: place.host })
      if (port !== place.port) say(`端口 ${place.port} 已被占用，改用 ${port}。`)
      return url
    } catch (error) {
      const reason = reasonOf(error, port, place.host)
      if (!reason) throw error
      if (!reason.isTaken) throw new ConfigError(reason.sentence)
      if (port === last && place.isPortChosen) throw new ConfigError(reason.sentence)
    }
  }
  throw new ConfigError(`端口 ${place.port} 到 ${last} 都被占用。请先关掉不用的程序，或用 PORT 指定另一个端口。`)
}

function reasonOf(error: unknown, port: number, host: string): { isTaken: boolean; sentence: string } | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return { isTaken: true, sentence: `端口 ${port} 已被别的程序占用。请先关掉那个程序，或把 PORT 改成空闲的端口。` }
  }
  if (code === 'EACCES') {
    return { isTaken: false, sentence: `没有权限使用端口 ${port}。请把 PORT 改成 1024 以上的端口，例如 8440。` }
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return {
      isTaken: false,
      sentence: `本机没有地址 ${host}。请把 HOST 改成 127.0.0.1，或 0.0.0.0（让别的机器也能访问）。`,
    }
  }
  return undefined
}
