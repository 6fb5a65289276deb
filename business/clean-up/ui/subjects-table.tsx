import './clean-up.css'
import { Card, Link } from '../../../kit/index.ts'
import type { Finding } from './place.ts'

type Subject = Finding['subjects'][number]

const titles = { person: '人员记录', union: '工会', firm: '企业' } as const

/** The records of a finding side by side; where they differ is marked. */
export function SubjectsCard({ finding }: { finding: Finding }) {
  const { subjects, others } = finding
  const terms = [...new Set(subjects.flatMap(({ facts }) => facts.map(({ term }) => term)))]
  const valueAt = (subject: Subject, term: string) => subject.facts.find((fact) => fact.term === term)?.value ?? ''
  const differs = (term: string) => new Set(subjects.map((subject) => valueAt(subject, term))).size > 1
  return (
    <Card title={titles[subjects[0]?.subject ?? 'person']}>
      <section className="clean-up-compare" aria-label="并排比对">
        <table className="nf-data">
          <thead>
            <tr>
              <th scope="col">
                <span className="nf-hidden">项目</span>
              </th>
              {subjects.map((subject) => (
                <th key={subject.id} scope="col">
                  <Link href={`/console${subject.href}`}>{subject.name}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => (
              <tr key={term} className={differs(term) ? 'clean-up-differs' : undefined}>
                <th scope="row">
                  {term}
                  {differs(term) && subjects.length > 1 && <span className="nf-hidden">（不同）</span>}
                </th>
                {subjects.map((subject) => (
                  <td key={subject.id}>{valueAt(subject, term)}</td>
                ))}
              </tr>
            ))}
            {subjects.some(({ stints }) => stints.length > 0) && <StintsRow subjects={subjects} />}
          </tbody>
        </table>
      </section>
      {others > 0 && <p className="nf-soft">还有 {others} 条记录在别的工会，由区总工会一并核实。</p>}
    </Card>
  )
}

function StintsRow({ subjects }: { subjects: readonly Subject[] }) {
  return (
    <tr>
      <th scope="row">会籍经过</th>
      {subjects.map((subject) => (
        <td key={subject.id}>
          {subject.stints.map((stint) => (
            <p key={stint.fromOn}>
              {stint.fromOn} 至 {stint.toOn ?? '今'}，{stint.kind}，{stint.union}
            </p>
          ))}
        </td>
      ))}
    </tr>
  )
}
