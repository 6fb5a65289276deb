export { useAct } from './act.ts'
export {
  type Api,
  apiOf,
  type Call,
  type CallOptions,
  type Desk,
  DeskRoot,
  type UploadedFile,
  type UploadOptions,
  useApi,
  useDesk,
} from './api.tsx'
export { ApiError, type FieldProblem, fieldProblems, sentenceOf } from './api-error.ts'
export { type Ask, askOf, type InputOf, type OutputOf, useAsk } from './ask.ts'
export { type Draft, type FormState, useForm } from './form.ts'
export { newIntent } from './intent.ts'
export { useMatters } from './matters.ts'
export { NotYet } from './not-yet.tsx'
export { NowRoot, useNow, useToday } from './now.tsx'
export { useOnce } from './once.ts'
export { useFirmSearch, useStreets } from './places.ts'
export { type ReadState, usePages, useRead, useRefresh } from './read.ts'
export { type Registries, RegistriesRoot, useRegistries } from './registries.tsx'
export { useUploads } from './uploads.ts'
