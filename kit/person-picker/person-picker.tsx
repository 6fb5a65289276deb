import { type Pick, type PickerProps, SearchPicker } from '../search-picker/search-picker.tsx'

/** A person: found by name, pinyin initials or a whole phone number, as the given search allows. */
export function PersonPicker<P extends Pick>(props: PickerProps<P>) {
  return <SearchPicker placeholder="姓名、拼音首字母或完整手机号" {...props} />
}
