import { Role, roleWords } from "@safe-return/casework"
import { type Calendar, formatCivilDay, type Instant, londonDayOf, parseCivilDay } from "@safe-return/domain/calendar"
import { isOpen } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { type ShadowCount, shadowLines, unreachableReasonWords } from "@safe-return/outreach"
import { datesSeenFrom } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { Option } from "effect"
import { context, escapeSlack, facts as factsInColumns, header, section } from "../blocks/blocks.ts"
import { slackStyle } from "../messages/slackStyle.ts"
import { personInWords } from "../words/person.ts"
import type { HomeFacts } from "./HomeFacts.ts"
import { undeliveredBlocks } from "./undeliveredBlocks.ts"

/** People of one role shown at most: a section of Slack's holds 3,000 characters. */
const PEOPLE_SHOWN = 30

const roleLine = ({ holders }: HomeFacts, role: Role): string => {
  const people = holders[role]
  const more = people.length - PEOPLE_SHOWN
  const shown = people.slice(0, PEOPLE_SHOWN).map(personInWords).join(", ")
  const title = `${roleWords[role].charAt(0).toUpperCase()}${roleWords[role].slice(1)}`
  if (people.length === 0) return `*${title}:* :warning: nobody`
  return `*${title}:* ${shown}${more > 0 ? ` and ${more} more` : ""}`
}

/** How many of a policy's numbers are working choices that nobody has confirmed. */
const unverified = (part: unknown): number => {
  if (typeof part !== "object" || part === null) return 0
  const own = "verified" in part && part.verified === false ? 1 : 0
  return Object.values(part).reduce((sum: number, inner: unknown) => sum + unverified(inner), own)
}

/** Which they are, and who decided so, stands in the file they are read from. */
const ownDaysInWords = ({ holidays, struck }: Calendar): string => {
  const added = [...holidays.values()].filter(({ source }) => source === "council").length
  return added + struck.size === 0 ? "none" : `${added} closed, ${struck.size} open on a bank holiday`
}

/** People who cannot be told shown at most, each with a sentence. */
const NOT_TOLD_SHOWN = 10

const notToldBlocks = ({ health: { notTold }, holders }: HomeFacts): ReadonlyArray<KnownBlock> => {
  if (notTold.length === 0) return []
  const lines = notTold.slice(0, NOT_TOLD_SHOWN).map(({ person, why }) => {
    const roles = Role.literals.filter((role) => holders[role].includes(person)).map((role) => roleWords[role])
    return `• ${personInWords(person)}: ${unreachableReasonWords[why]}${roles.length === 0 ? "" : ` (${roles.join(", ")})`}`
  })
  const more = notTold.length - NOT_TOLD_SHOWN
  return [
    section(`:warning: *Cannot be told anything*\n${[...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n")}`),
    context("What is for them goes to others who hold the role, or to the next role.")
  ]
}

/** Incidents shown at most, each with two sentences. */
const INCIDENTS_SHOWN = 10

const incidentBlocks = ({ health: { incidents }, now }: HomeFacts): ReadonlyArray<KnownBlock> => [
  ...incidents
    .slice(0, INCIDENTS_SHOWN)
    .map(({ what, remedy, since }) =>
      section(
        `:rotating_light: *${escapeSlack(what)}*\n${escapeSlack(remedy)} Since ${datesSeenFrom(now).dateTime(since)}.`
      )
    ),
  ...(incidents.length > INCIDENTS_SHOWN ? [context(`and ${incidents.length - INCIDENTS_SHOWN} more`)] : [])
]

const countsIn = (title: string, counts: ReadonlyArray<ShadowCount>, nothing: string): KnownBlock =>
  section(`*${title}*\n${counts.length === 0 ? nothing : shadowLines(counts, slackStyle).join("\n")}`)

const shadowBlocks = ({ shadow, now }: HomeFacts): ReadonlyArray<KnownBlock> => {
  if (shadow === undefined) return []
  const { since, lastDay, standing } = shadow
  return [
    header("In shadow"),
    section(
      `Since ${datesSeenFrom(now).dateTime(since)} everything is recorded, and nothing is sent to anybody but the people who look after Safe Return. Once SAFE_RETURN_SHADOW is off and it is restarted, what people are asked for is sent to them at once.`
    ),
    countsIn("Would have been sent in the last day", lastDay, "Nothing."),
    countsIn("What people would be asked for now", standing, "Nothing.")
  ]
}

const healthBlocks = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const { health, undelivered } = facts
  const { keptIn, slackAwaySince, everybodyLookedAt } = health
  const { dateTime } = datesSeenFrom(facts.now)
  return [
    header("Health"),
    factsInColumns([
      ["Records", undelivered === undefined ? ":warning: cannot be read" : "read without fault"],
      ["Kept", escapeSlack(keptIn)],
      ["Slack", slackAwaySince === undefined ? "answers" : `:warning: away since ${dateTime(slackAwaySince)}`],
      ["Everybody last looked at", everybodyLookedAt === undefined ? "not yet" : dateTime(everybodyLookedAt)],
      // Nothing is shown before it stands in the audit, this page included.
      ["Audit", "written, this look included"]
    ]),
    ...incidentBlocks(facts),
    ...notToldBlocks(facts)
  ]
}

/** A policy goes by before it begins and after it ends, where no other is in force: neither is said to be in force. */
const inForce = ({ effectiveFrom, effectiveTo }: Policy, now: Instant): readonly [label: string, value: string] => {
  const today = formatCivilDay(londonDayOf(now))
  const inWords = (day: string): string =>
    Option.match(parseCivilDay(day), { onNone: () => day, onSome: datesSeenFrom(now).day })
  if (effectiveFrom > today) return ["Begins", `${inWords(effectiveFrom)}: read back onto the days before`]
  if (effectiveTo !== undefined && effectiveTo < today) {
    return ["Ended", `${inWords(effectiveTo)}: it stays until another begins`]
  }
  return ["In force since", inWords(effectiveFrom)]
}

/** What the people who look after Safe Return check: how it is, what could not be delivered, who holds which role, the rules in force, what is on record. */
export const settingsTab = (facts: HomeFacts): ReadonlyArray<KnownBlock> => {
  const { authority, policy, calendars, states } = facts
  const openEpisodes = [...states.values()].flatMap(({ episodes }) => episodes.filter(isOpen))
  const earlier = openEpisodes.filter((episode) => episode.policy.id !== policy.id).length
  const calendar = calendars[policy.interview.calendar.value]
  const toConfirm = unverified(policy)
  return [
    ...shadowBlocks(facts),
    ...healthBlocks(facts),
    ...undeliveredBlocks(facts, "Not delivered", () => true, false),
    header("Roles"),
    ...Role.literals.map((role) => section(roleLine(facts, role))),
    header("Policy"),
    factsInColumns([
      ["Council", escapeSlack(authority)],
      ["Policy", escapeSlack(policy.title)],
      inForce(policy, facts.now),
      ...(earlier === 0 ? [] : [["Open episodes under another policy", String(earlier)] as const]),
      ["Working choices to confirm", String(toConfirm)],
      ["Bank holidays published up to", datesSeenFrom(facts.now).day(calendar.publishedThrough)],
      ["Days of the council's own", ownDaysInWords(calendar)]
    ]),
    header("On record"),
    factsInColumns([
      ["Children", String(states.size)],
      ["Open episodes", String(openEpisodes.length)],
      ["Interviews owed", String(facts.lines.length)]
    ])
  ]
}
