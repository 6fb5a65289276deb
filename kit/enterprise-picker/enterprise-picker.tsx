import { type Pick, type PickerProps, SearchPicker } from '../search-picker/search-picker.tsx'

/** An enterprise: found by a few characters of its name or its credit code. */
export function EnterprisePicker<P extends Pick>(props: PickerProps<P>) {
  return <SearchPicker placeholder="单位名称里的几个字，或信用代码" {...props} />
}
