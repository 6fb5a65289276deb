import { useState } from 'react'
import { useRegistries } from '../../../../kit/api/index.ts'
import { EnterprisePicker, type Org, OrgPicker, type Pick } from '../../../../kit/index.ts'
import type { ReceiveForm } from './receive-fields.tsx'

const NAMED = 'named'

/** From the registry, or by name when it is not there; then the place is asked. */
export function ReceiveEmployer({ form }: { form: ReceiveForm }) {
  const { findEnterprises } = useRegistries()
  const [employer, setEmployer] = useState<Pick>()
  const isKnown = employer !== undefined && employer.id !== NAMED
  const choose = (pick: Pick | undefined) => {
    setEmployer(pick)
    const isNamed = pick?.id === NAMED
    form.set({ enterpriseId: isNamed ? undefined : pick?.id, enterpriseName: isNamed ? pick.name : undefined })
  }
  return (
    <>
      <EnterprisePicker
        label="单位"
        value={employer}
        onChange={choose}
        search={findEnterprises}
        missing={{ title: '册子里没有，就写这个名字', onDo: (name) => choose({ id: NAMED, name }) }}
        error={form.errorAt('enterpriseName') ?? form.errorAt('enterpriseId')}
      />
      {isKnown ? <p className="nf-soft nf-small">地方照登记册：{employer.context}</p> : <Place form={form} />}
    </>
  )
}

function Place({ form }: { form: ReceiveForm }) {
  const { loadPlaces } = useRegistries()
  const [place, setPlace] = useState<Org>()
  const choose = (org: Org | undefined) => {
    setPlace(org)
    form.set({ place: org?.id })
  }
  return (
    <OrgPicker
      label="地方"
      hint="不选，就算在本单位"
      value={place}
      onChange={choose}
      load={loadPlaces}
      error={form.errorAt('place')}
    />
  )
}
