/** The part of autocannon that is used here; it comes without types. */
declare module 'autocannon' {
  export type LoadRequest = {
    method: 'POST'
    path: string
    headers: Record<string, string>
    body: string
    setupRequest?: (request: LoadRequest) => LoadRequest
  }
  type Options = { url: string; connections: number; duration: number; requests: LoadRequest[] }
  type Result = {
    duration: number
    errors: number
    timeouts: number
    '2xx': number
    non2xx: number
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
