import { manager, worker } from "@safe-return/casework/testing"
import { civilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { expect, it } from "vitest"
import { educationRecipients, isOfEducationTeam } from "../../src/recipients/educationTeam.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"

const officer = PersonId.make("U0OFFICER")
const admissions = PersonId.make("U0ADMISSIONS")
const lead = PersonId.make("U0LEAD")

const team: Roster = {
  ...emptyRoster,
  education: {
    "education-officer": [officer],
    attendance: [],
    admissions: [admissions],
    "education-manager": [lead]
  }
}
const away = (people: ReadonlyArray<PersonId>, cover?: PersonId): Roster => ({
  ...team,
  acting: (person) =>
    !people.includes(person)
      ? { _tag: "Themselves" }
      : cover === undefined
        ? { _tag: "Nobody", away: { from: civilDay(2026, 11, 16), for: "leave" } }
        : { _tag: "Cover", person: cover, away: { from: civilDay(2026, 11, 16), for: "leave" } }
})

it("a duty goes to the holders of its role, and to the officers where nobody holds it", () => {
  expect(educationRecipients(team, ["admissions"])).toEqual([admissions])
  expect(educationRecipients(team, ["attendance"])).toEqual([officer])
})

it("a duty goes to the managers where no officer is there, and at last to those away", () => {
  expect(educationRecipients(away([officer]), ["education-officer"])).toEqual([lead])
  expect(educationRecipients(away([officer, lead]), ["education-officer"])).toEqual([officer])
})

it("a cover from another team is not asked, because they may not see the cases", () => {
  expect(educationRecipients(away([officer], worker), ["education-officer"])).toEqual([lead])
  expect(educationRecipients(away([officer], admissions), ["education-officer"])).toEqual([admissions])
  expect(isOfEducationTeam(team, manager)).toBe(false)
})

it("nobody is asked where nobody of the team can be told, or nobody has said who is in it", () => {
  expect(educationRecipients({ ...team, canBeTold: () => false }, ["education-officer"])).toEqual([])
  expect(educationRecipients(emptyRoster, ["education-officer"])).toEqual([])
})
