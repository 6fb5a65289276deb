import { contract as enterprises } from '../../../kernel/enterprises/contract.ts'
import { contract as orgs } from '../../../kernel/org/contract.ts'
import { contract as parameters } from '../../../kernel/parameters/contract.ts'
import { apiOf, type Desk, type Registries } from '../../../kit/api/index.ts'
import type { OrgNode, Pick } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { deviceClock } from '../../web/shared/clock.ts'
import { isAmountCode } from '../parameters/amounts.ts'
import type { Dated } from '../registries.ts'

/** The kernel's registries as the kit's pickers take them. */
export function registriesOf(desk: Desk): Registries {
  const tree = apiOf('orgs', orgs, desk.send)
  const employers = apiOf('enterprises', enterprises, desk.send)
  const settings = apiOf('parameters', parameters, desk.send)

  const rooted =
    (root: string) =>
    async (parent: string | null): Promise<readonly OrgNode[]> => {
      if (parent === null) {
        const { path, name, kind } = await tree.get({ path: root })
        return [{ id: path, title: name, hasChildren: kind === 'district' || kind === 'street' }]
      }
      const { rows } = await tree.tree({ parentPath: parent, limit: 200 })
      return rows
        .filter(({ kind }) => kind !== 'enterprise')
        .map(({ path, name, kind, hasChildren }) => ({
          id: path,
          title: name,
          hasChildren: kind === 'street' && hasChildren,
        }))
    }
  return {
    loadUnits: rooted(desk.unit.path),
    loadPlaces: rooted(districtOf(desk.unit.path)),
    unitName: async (path) => (await tree.get({ path })).name,
    findEnterprises: async (text) => (await employers.find({ text })).map(pickOf),
    readAmounts: async () => {
      const dated = await settings.values({})
      const known = dated.filter((one) => isAmountCode(one.code) && isInForce(one, wallTime(deviceClock()).day))
      return Object.fromEntries(known.map(({ code, value }) => [code, (value as { fen: number }).fen]))
    },
  }
}

const isInForce = ({ validFrom, validTo }: Dated, day: string): boolean =>
  validFrom <= day && (validTo === null || day < validTo)

const districtOf = (path: string): string => `${path.split('.')[0]}.`

const pickOf = ({ id, name, place }: { id: string; name: string; place: string }): Pick => ({
  id,
  name,
  context: place,
})
