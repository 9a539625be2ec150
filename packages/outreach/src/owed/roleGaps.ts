/** The roles that alerts need and that have nobody to be told, now or before the next working day is over. */
import { addDays, type Calendar, type CivilDay, isWorkingDay, startOfLondonDay } from "@safe-return/domain/calendar"
import { type Availability, actingFor } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { type EscalationRole, escalationRoles, presentHolders, type Roster } from "../recipients/Roster.ts"

export interface RoleGap {
  readonly role: EscalationRole
  /** Nobody is named or their group names nobody; all who are cannot be told in Slack; or those who can be are away. */
  readonly why: "unset" | "unreachable" | "away"
  /** The first London day on which nobody is there; absent where that is so now. */
  readonly from?: CivilDay
}

/** The roles a new alert can come to in Slack; without a ladder, those who reminders go to. */
export const rolesNeeded = ({ ladder }: Policy): ReadonlyArray<EscalationRole> =>
  ladder === undefined
    ? ["missing-coordinator", "team-manager"]
    : escalationRoles.filter((role) => ladder.value.some(({ who, by }) => who === role && by === undefined))

/** Who is there on a day to come, as far as is known today. */
export const onDay = (there: Roster, availability: ReadonlyMap<PersonId, Availability>, day: CivilDay): Roster => ({
  ...there,
  acting: (person) => actingFor(person, startOfLondonDay(day), (holder) => availability.get(holder))
})

/** The days after this one, as far as the next working day. */
export const daysToCome = (today: CivilDay, calendar: Calendar): ReadonlyArray<CivilDay> => {
  const days = [addDays(today, 1)]
  for (let day = addDays(today, 1); !isWorkingDay(calendar, day); day = addDays(day, 1)) days.push(addDays(day, 1))
  return days
}

const whyEmpty = (there: Roster, role: EscalationRole): RoleGap["why"] => {
  const holders = there.holders[role]
  if (holders.length === 0) return "unset"
  return holders.some(there.canBeTold) ? "away" : "unreachable"
}

interface RoleGapFacts {
  readonly policy: Policy
  readonly there: Roster
  readonly availability: ReadonlyMap<PersonId, Availability>
  readonly daysToCome: ReadonlyArray<CivilDay>
}

export const roleGaps = ({ policy, there, availability, daysToCome: days }: RoleGapFacts): ReadonlyArray<RoleGap> =>
  rolesNeeded(policy).flatMap((role): ReadonlyArray<RoleGap> => {
    if (presentHolders(there, role).length === 0) return [{ role, why: whyEmpty(there, role) }]
    const from = days.find((day) => presentHolders(onDay(there, availability, day), role).length === 0)
    return from === undefined ? [] : [{ role, why: "away", from }]
  })
