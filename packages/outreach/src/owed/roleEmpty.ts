/** Says of every role that alerts need whether anyone in it can be told. */
import { opening, whoMay } from "@safe-return/casework"
import { startOfLondonDay } from "@safe-return/domain/calendar"
import { rungWords } from "@safe-return/domain/policy"
import { datesSeenFrom } from "@safe-return/wording"
import { Effect } from "effect"
import { type Incident, Incidents } from "../incidents/Incidents.ts"
import { type EscalationRole, escalationRoles } from "../recipients/Roster.ts"
import type { RoleGap } from "./roleGaps.ts"

/** The place of the incident that not one of the roles has anybody. */
const EVERY_ROLE = "every role"

const variables: Readonly<Record<EscalationRole, string>> = {
  "missing-coordinator": "SAFE_RETURN_MISSING_COORDINATORS",
  "team-manager": "SAFE_RETURN_TEAM_MANAGERS",
  "head-of-service": "SAFE_RETURN_HEADS_OF_SERVICE",
  "out-of-hours-duty": "SAFE_RETURN_OUT_OF_HOURS_DUTY"
}

/** Many who read it may say of themselves alone that they are away. */
const COVER = `${opening(whoMay("change-availability"))} names a cover for one of them: \`/rhi away @person <days> cover @person\`.`

const incidentOf = ({ role, why, from }: RoleGap): Incident => {
  const who = rungWords[role]
  const common = { kind: "role-empty", place: role } as const
  if (from !== undefined) {
    const what = `From ${datesSeenFrom(startOfLondonDay(from)).day(from)} nobody is there who is told as ${who}: all of them are away and nobody covers.`
    return { ...common, what, remedy: COVER, duty: { sentence: `${what} ${COVER}` } }
  }
  switch (why) {
    case "unset":
      return {
        ...common,
        what: `Nobody is set up who is told as ${who}: alerts go on to the next at once.`,
        remedy: `Name people or a user group with members in ${variables[role]}.`
      }
    case "unreachable":
      return {
        ...common,
        what: `Nobody of ${who} can be told in Slack: alerts go on to the next at once.`,
        remedy: `Take those who left out of ${variables[role]} or its user group, and name others.`
      }
    case "away": {
      const what = `All of ${who} are away and nobody covers: alerts go on to the next at once.`
      return { ...common, what, remedy: COVER, duty: { sentence: `${what} ${COVER}` } }
    }
  }
}

const everyRole: Incident = {
  kind: "role-empty",
  place: EVERY_ROLE,
  what: "Nobody at all can be told of a missing child in Slack: every role that alerts go to is empty.",
  remedy: "Name people in the settings, or have those who are away name a cover. Until then, ring round yourselves.",
  duty: {
    sentence: "Nobody who receives alerts is there. Watch the missing channel yourselves, and ring the duty team.",
    inChannel: true,
    outsideSlack:
      "Nobody who should be told of missing children can be told in Slack. Watch the missing channel, and tell a manager."
  }
}

/** @param needed how many roles alerts need */
export const tellOfRoleGaps = Effect.fn("tellOfRoleGaps")(function* (gaps: ReadonlyArray<RoleGap>, needed: number) {
  const incidents = yield* Incidents
  for (const role of escalationRoles) {
    const gap = gaps.find((one) => one.role === role)
    yield* gap === undefined
      ? incidents.end("role-empty", "A person in it can be told again.", role)
      : incidents.raise(incidentOf(gap))
  }
  const isNobody = needed > 0 && gaps.filter(({ from }) => from === undefined).length === needed
  yield* isNobody ? incidents.raise(everyRole) : incidents.end("role-empty", "A person can be told again.", EVERY_ROLE)
})
