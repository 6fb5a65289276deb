import { Card, Figure, Figures, Link, useNavigation } from '../../../kit/index.ts'
import { definition, ratedBands } from '../rules/words.ts'
import { type Asked, listHref } from './asked.ts'
import type { Rates } from './rates-page.tsx'

type Band = Rates['bands'][number]

/** The two rates with their parts, what is missing, and the members; below them what does not count and why. */
export function Heroes({ rates, asked }: { rates: Rates; asked: Asked }) {
  const open = useNavigation()
  return (
    <>
      <Figures>
        {rates.bands.map((band) => (
          <BandFigure key={band.band} band={band} asked={asked} />
        ))}
        {rates.bands.map(({ band, uncovered }) => (
          <Figure
            key={band}
            title={`${ratedBands[band]}未建会`}
            value={uncovered}
            unit="家"
            tone={band === '100+' && uncovered > 0 ? 'red' : 'ink'}
            sub={uncovered > 0 ? '点开看名单' : '都建了会'}
            onOpen={() => open(listHref({ ...asked, standing: 'uncovered', band }))}
          />
        ))}
        {rates.members && (
          <Figure
            title="会员入会率"
            value={rates.members.rate ?? undefined}
            unit="%"
            sub={`会员 ${rates.members.members} / 职工 ${rates.members.workers} 人，已建会企业，今天在册`}
            onOpen={() => open(listHref({ ...asked, standing: 'covered' }))}
          />
        )}
      </Figures>
      <LeftOut bands={rates.bands} asked={asked} />
    </>
  )
}

function BandFigure({ band, asked }: { band: Band; asked: Asked }) {
  const open = useNavigation()
  const { covered, base, single, joint } = band
  return (
    <Figure
      title={`${ratedBands[band.band]}企业建会率`}
      value={band.rate ?? undefined}
      unit="%"
      tone={band.rate === 100 ? 'green' : 'blue'}
      sub={base > 0 && `${covered} / ${base} 家：单独 ${single}，联合 ${joint}`}
      onOpen={() => open(listHref({ ...asked, standing: 'covered', band: band.band }))}
    />
  )
}

const leftOut = [
  { standing: 'excluded', title: '经批准列入不计' },
  { standing: 'stale', title: '人数过期' },
  { standing: 'settling', title: '新开业待核' },
] as const

/** What is in no denominator stands beside the rate, never out of sight. */
function LeftOut({ bands, asked }: { bands: readonly Band[]; asked: Asked }) {
  return (
    <Card>
      <div className="coverage-left-out">
        <span className="nf-soft">没有计入分母的：</span>
        {leftOut.map(({ standing, title }) => (
          <Link key={standing} href={listHref({ ...asked, standing })}>
            {title} {bands.reduce((sum, band) => sum + band[standing], 0)} 家
          </Link>
        ))}
      </div>
      <p className="nf-soft nf-small coverage-definition">{definition}</p>
    </Card>
  )
}
