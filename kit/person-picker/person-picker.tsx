import { type PickerProps, SearchPicker } from '../search-picker/search-picker.tsx'

/** A person: found by name, pinyin initials or the last digits of a phone, as the given search allows. */
export function PersonPicker(props: PickerProps) {
  return <SearchPicker placeholder="姓名、拼音首字母或手机尾号" {...props} />
}
