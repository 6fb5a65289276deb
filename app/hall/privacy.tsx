import { HallFrame, HallSection } from '../../kit/hall/index.ts'

const parts = [
  {
    title: '您写的话',
    words: ['加密存着。只有办这件事的工会干部、律师、调解员能看。', '单位不会知道是谁反映的，除非您同意。'],
  },
  {
    title: '姓名和电话',
    words: [
      '平时是遮住的。办理的人要看，必须写明原因，系统记下谁在什么时候看过。',
      '选“不写姓名”，系统不记您是谁，登录着也一样。只给您一个回执码，丢了谁也找不回来。',
    ],
  },
  {
    title: '这部手机上',
    words: [
      '没写完的草稿存在这部手机上，交上去就删掉。',
      '回执码只有您按了“记在这部手机”才会留下，随时可以删。',
      '不看您在哪里，不翻通讯录和相册。您自己选的照片才会交上来。',
    ],
  },
  {
    title: '安全记录',
    words: [
      '登录后办事，系统记下操作的时间和网络地址，只有审计的人能看，不给办业务的人看。没有登录、不写姓名的，不记网络地址。',
    ],
  },
]

/** What is kept, who sees it, in plain words. */
export default function Privacy() {
  return (
    <HallFrame title="个人信息怎么保护" back={{ href: '/me', title: '我的' }}>
      {parts.map(({ title, words }) => (
        <HallSection key={title} title={title}>
          {words.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </HallSection>
      ))}
    </HallFrame>
  )
}
