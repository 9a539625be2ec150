/** One message a person and working morning about children missing education, kept current while its day lasts. */
import { type CivilDay, formatCivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { PupilReference, PupilState } from "@safe-return/domain/education"
import type { PersonId } from "@safe-return/domain/pathway"
import type { EducationLine } from "../message/educationMorningMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { educationRecipients, educationRoles, isOfEducationTeam } from "../recipients/educationTeam.ts"
import type { Roster } from "../recipients/Roster.ts"
import { type EducationFinding, leftOfFinding } from "./educationFindings.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

export interface EducationMorningFacts extends Pick<CaseSnapshot, "there" | "delivered"> {
  /** When the morning began. */
  readonly at: Instant
  /** What waited then. */
  readonly findings: ReadonlyArray<EducationFinding>
  /** Every child's cases as they are now. */
  readonly states: ReadonlyMap<PupilReference, PupilState>
  readonly censusDay?: CivilDay | undefined
}

interface EducationMorningOwed {
  readonly messages: ReadonlyArray<OwedMessage>
  /** How many cases wait for something that nobody can be asked for. */
  readonly casesOfNobody: number
}

const caseOf = ({ child, caseId }: EducationFinding): string => `${child} ${caseId ?? ""}`

/** One line a case, in the order of what has waited longest. */
const linesOf = (findings: ReadonlyArray<EducationFinding>, facts: EducationMorningFacts, day: CivilDay) => {
  const left = leftOfFinding({ ...facts, day })
  return [...Map.groupBy(findings, caseOf).values()].flatMap((ofCase): ReadonlyArray<EducationLine> => {
    const [first] = ofCase
    return first === undefined
      ? []
      : [
          {
            child: first.child,
            ...definedFields({ caseId: first.caseId }),
            duties: ofCase.flatMap((one) => left(one) ?? [])
          }
        ]
  })
}

const isAsking = ({ duties }: EducationLine): boolean => duties.length > 0

const coveredBy = (there: Roster, reader: PersonId): ReadonlyArray<PersonId> => {
  const team = educationRoles.flatMap((role) => there.education?.[role] ?? [])
  return [...new Set(team)].filter((person) => {
    const acting = there.acting(person)
    return person !== reader && acting._tag === "Cover" && acting.person === reader
  })
}

/** Whose day the morning's is, whatever the hour. */
export const educationMorningMessages = (facts: EducationMorningFacts): EducationMorningOwed => {
  const { at, there, delivered, states, censusDay } = facts
  const day = londonDayOf(at)
  // What was erased since is named nowhere any more.
  const findings = facts.findings.filter(({ child }) => states.has(child))
  const asked = new Map(findings.map((one) => [one, new Set(educationRecipients(there, one.roles))]))
  const keyed: MessageKey = `cme:${formatCivilDay(day)}`

  const to = (reader: PersonId): ReadonlyArray<OwedMessage> => {
    const key: MessageKey = `${keyed}:${reader}`
    const before = delivered.get(key)?._tag
    // Claimed, it may be there.
    const isBegun = before === "Sent" || before === "Claimed"
    const theirs = isOfEducationTeam(there, reader) ? findings.filter((one) => asked.get(one)?.has(reader)) : []
    const lines = linesOf(theirs, facts, day)
    if (!isBegun && !lines.some(isAsking)) return []
    const message = whenAsked(() => ({
      _tag: "EducationMorning",
      at,
      reader,
      standsInFor: coveredBy(there, reader),
      lines,
      ...definedFields({
        censusDay: theirs.some(({ kind }) => kind === "census-gaps") ? censusDay : undefined
      })
    }))
    return [{ ...once(key, { _tag: "Person", person: reader }, message, "task", at), keptCurrent: true }]
  }

  // Who had it and is asked for nothing any more reads that.
  const readers = includeExistingRecipients(facts, keyed, [
    ...new Set([...asked.values()].flatMap((some) => [...some]))
  ])
  const ofNobody = findings.filter((one) => asked.get(one)?.size === 0)
  return {
    messages: readers.flatMap(to).map(forItsTeamReader(there)),
    casesOfNobody: linesOf(ofNobody, facts, day).filter(isAsking).length
  }
}
