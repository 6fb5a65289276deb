import type { UploadedFile, UploadOptions } from '../../../kit/api/api.tsx'
import { lostLine, refusalOf } from './send.ts'

/**
 * Sends one file, telling how far it is; `fetch` cannot tell. @param headers who asks, as in `createSend`
 * @throws ApiError with a sentence for a person
 */
export const createUpload =
  (headers: () => Record<string, string> = () => ({}), purpose: 'attachment' | 'evidence' = 'attachment') =>
  (file: File, { onProgress, signal }: UploadOptions = {}): Promise<UploadedFile> =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('POST', `/api/documents?purpose=${purpose}`)
      for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value)
      request.responseType = 'json'
      request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0)
      request.onerror = () => reject(lostLine(false))
      request.onabort = () => reject(lostLine(false))
      request.onload = () => {
        if (request.status === 201) resolve(request.response as UploadedFile)
        else reject(refusalOf(request.status, request.response))
      }
      signal?.addEventListener('abort', () => request.abort())
      const form = new FormData()
      form.append('file', file)
      request.send(form)
    })
