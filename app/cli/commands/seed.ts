import { z } from 'zod'
import { district, FEDERATION } from '../../../district/tree.ts'
import { fail } from '../../../kernel/contract/errors.ts'
import { asOwner } from '../../../kernel/db/database.ts'
import { fillDemonstration } from '../../server/demonstration.ts'
import { countRows, rowWords } from '../backup/manifest.ts'
import { defineCommand, done, type Room } from '../command.ts'

export const seed = defineCommand({
  name: 'seed',
  usage: '',
  help: '装入演示区（虚构的单位、人员和一年的业务）；中断了再执行一次会接着装。只能装进空库',
  options: {},
  words: [],
  input: z.object({}),
  where: 'house',
  async run(room) {
    await refuseRealData(room)
    await fillDemonstration(room.house, room.accounts, room.say)
    return done(`演示区已装好：${rowWords(await asOwner(room.house.db, countRows))}。`)
  },
})

/** Invented people never enter a federation that works. */
async function refuseRealData({ house, config }: Room): Promise<void> {
  if (config.mode === 'empty')
    fail(409, '现在的设置是空库（MODE=empty），不装演示区。要看演示，请另用一个 DATA_DIR，并去掉 MODE 设置。')
  const federations = await house.db.owner.selectFrom('federations').select(['id', 'name']).execute()
  const roots = await house.db.owner.selectFrom('orgs').select('id').where('parent_id', 'is', null).execute()
  const other = federations.find(({ id }) => id !== FEDERATION)
  if (other || roots.some(({ id }) => id !== district.id)) {
    fail(
      409,
      `这个库已用于${other?.name ?? federations[0]?.name ?? '别的总工会'}，不能装入演示区。要看演示，请另用一个 DATA_DIR。`,
    )
  }
}
