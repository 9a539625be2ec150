/**
 * What people should have been told, reckoned from their own diary and the council's rules and held against what Slack
 * took; nothing of the bot's or the domain's reckoning is used.
 */

import {
  deadlinesOf,
  overdueMornings,
  staffOf,
  summariesDue,
  written,
  writtenNear
} from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { isMarked, type PostedMessage, postedTwice } from "../../test/endToEnd/postedMessages.ts"
import { CHANNEL } from "../../test/endToEnd/trainingCouncil.ts"
import { allClearsOf, askedAgainOf, climbOf } from "./climbs.ts"
import type { DiaryAction, MonthRun, Silence } from "./Diary.ts"
import { type Episode, type ExpectedMessages, isClose, latest, MINUTE, silencesFor } from "./owed.ts"
import { repeatsOf } from "./repeats.ts"

export interface Findings {
  readonly lost: ReadonlyArray<string>
  readonly late: ReadonlyArray<string>
  readonly twice: ReadonlyArray<string>
  /** Said when nothing of the kind was owed. */
  readonly uncalledFor: ReadonlyArray<string>
  /** How many messages were reckoned with, by kind. */
  readonly expected: ReadonlyMap<string, number>
}

/** Of two that fell due while nothing could be said, only the later still says something true. */
const stillTrue = (at: ReadonlyArray<Instant>, silences: ReadonlyArray<Silence>): ReadonlyArray<Instant> =>
  at.filter((moment, index) => {
    const next = at[index + 1]
    return next === undefined || next > latest(moment, silences)
  })

type DeedOf<What extends DiaryAction["what"]> = Extract<DiaryAction, { readonly what: What }>

const isDeed =
  <What extends DiaryAction["what"]>(what: What) =>
  (deed: DiaryAction): deed is DeedOf<What> =>
    deed.what === what

const episodesIn = (diary: ReadonlyArray<DiaryAction>): ReadonlyArray<Episode> =>
  [...Map.groupBy(diary, ({ police }) => police).values()].flatMap((deeds) => {
    const notified = deeds.find(isDeed("notified"))
    const acknowledged = deeds.find(isDeed("acknowledged"))
    const returned = deeds.find(isDeed("returned"))
    const assigned = deeds.find(isDeed("assigned"))
    const interviewed = deeds.find(isDeed("interviewed"))
    if (notified === undefined) return []
    return [
      {
        child: notified.child,
        notified: notified.at,
        ...(acknowledged && { acknowledged: acknowledged.at }),
        ...(returned && { returned: { recordedAt: returned.at, returnedAt: returned.returnedAt } }),
        ...(assigned && { assigned: { at: assigned.at, interviewer: assigned.interviewer } }),
        ...(interviewed && { interviewed: interviewed.at })
      }
    ]
  })

/** By the words on the screen: a reminder names the child and the end of the 72 hours. */
const isReminder =
  (child: string, over: Instant) =>
  ({ text, threadTs }: PostedMessage): boolean =>
    threadTs === undefined &&
    text.includes(child) &&
    /· Interview (due|overdue)/.test(text) &&
    text.includes(`72 hours: ${writtenNear(over)}`)

/** A line of a morning's list, as {@link eachLine} takes it out of the list or the message to a person. */
const isListed =
  (child: string, over: Instant) =>
  (posted: PostedMessage): boolean =>
    (isOverdueList(posted) || isOfPerson(posted)) &&
    posted.text.includes(child) &&
    posted.text.includes(writtenNear(over))

export const isOverdueList = ({ text }: PostedMessage): boolean => /Still overdue: \d+ · /.test(text)

/** What one person has of a morning. */
const isOfPerson = ({ text }: PostedMessage): boolean => text.includes("This morning · ")

const overduePart = /Overdue: \d+ return home interviews?\*?\n([\s\S]*?)(?=\n.*Today: \d|\nAs of |$)/

/** What is overdue is a message for each that is named: exactly once a morning, on whichever page or in whichever way. */
const eachLine = (posted: PostedMessage): ReadonlyArray<PostedMessage> => {
  const [list, person] = [isOverdueList(posted), isOfPerson(posted)]
  if (!list && !person) return [posted]
  const heading = posted.text.match(/Still overdue: .*|This morning · .*/)?.[0] ?? ""
  const part = list ? posted.text : (posted.text.match(overduePart)?.[1] ?? "")
  return [...part.matchAll(/\*LCS-\d+\* · .*\n72 hours: .*|• LCS-\d+ · .*/g)].map(([line]) => ({
    ...posted,
    text: `${heading}\n${line}`
  }))
}

const inChannel = (isIt: (posted: PostedMessage) => boolean) => (posted: PostedMessage) =>
  posted.channel === CHANNEL && isIt(posted)

const owedOf = (episode: Episode, { directOf, ends, silences }: MonthRun): ReadonlyArray<ExpectedMessages> => {
  const { assigned, child, interviewed, notified, returned } = episode
  const direct = (person: string, isIt: (posted: PostedMessage) => boolean) => (posted: PostedMessage) =>
    posted.channel === directOf.get(person) && isIt(posted)
  const assignment: ReadonlyArray<ExpectedMessages> =
    assigned === undefined
      ? []
      : [
          {
            kind: "interviewer told",
            about: `${child} of ${written(notified)}`,
            at: [assigned.at],
            isIt: (posted) =>
              posted.at >= assigned.at &&
              posted.at < assigned.at + 24 * 60 * MINUTE &&
              direct(
                assigned.interviewer,
                ({ text }) => text.includes(child) && text.includes("you are asked to carry out")
              )(posted)
          }
        ]
  if (returned === undefined) return assignment
  const over = Instant(returned.returnedAt + 72 * 60 * MINUTE)
  const until = interviewed === undefined ? ends : Instant(Math.min(interviewed, ends))
  const after = Instant(over + 1)
  const [lists, mornings] = [overdueMornings(after, until, "channel"), overdueMornings(after, until, "person")]
  const deadlines = deadlinesOf(returned.returnedAt)
  if ([...deadlines, ...lists, ...mornings].some((at) => isClose(at, interviewed) || isClose(at, assigned?.at))) {
    return assignment
  }
  const due = (again: ReadonlyArray<Instant>, person?: string) =>
    stillTrue(
      [...deadlines, ...again].filter((at) => at < until),
      silencesFor(silences, person)
    )
  const isDeadline = (at: Instant) => deadlines.includes(at)
  const isAgain = (at: Instant) => !isDeadline(at)
  const about = `${child} due ${written(over)}`
  const inMornings = (kind: string, person: string, from: Instant): ExpectedMessages => ({
    kind,
    about: `${about} to ${person}`,
    to: person,
    at: due(mornings, person).filter((at) => isAgain(at) && at > from),
    isIt: direct(person, isListed(child, over))
  })
  const reminders = due(lists).filter(isDeadline)
  const ofInterviewer = ({
    interviewer,
    at: from
  }: NonNullable<Episode["assigned"]>): ReadonlyArray<ExpectedMessages> => [
    {
      kind: "interviewer's reminder",
      about: `${about} to ${interviewer}`,
      at: reminders.filter((at) => at > from),
      isIt: direct(interviewer, isReminder(child, over))
    },
    inMornings("overdue in the interviewer's morning", interviewer, from)
  ]
  return [
    ...assignment,
    { kind: "reminder", about, at: reminders, isIt: inChannel(isReminder(child, over)) },
    { kind: "overdue on the list", about, at: due(lists).filter(isAgain), isIt: inChannel(isListed(child, over)) },
    ...staffOf["team-manager"].map((to) => inMornings("overdue in a manager's morning", to, Instant(0))),
    ...staffOf["missing-coordinator"].map((to) => inMornings("overdue in a co-ordinator's morning", to, Instant(0))),
    ...(assigned === undefined ? [] : ofInterviewer(assigned))
  ]
}

/** One for each report. */
const cardsOf = (child: string, episodes: ReadonlyArray<Episode>): ExpectedMessages => ({
  kind: "card",
  about: child,
  at: episodes.map(({ notified }) => notified).toSorted((one, other) => one - other),
  isIt: inChannel(
    ({ text, threadTs }) =>
      threadTs === undefined && text.includes(child) && text.includes("Last seen") && text.includes("Absence")
  )
})

const summariesOf = ({ begins, diary, directOf, ends }: MonthRun): ReadonlyArray<ExpectedMessages> => {
  const days = summariesDue(begins, ends)
  /** Before the first report a manager has nothing to read. */
  const daysWithNews = days.filter((day) => diary.some(({ what, at }) => what === "notified" && at < day))
  const inPlace = (
    kind: string,
    place: string,
    at: ReadonlyArray<Instant>,
    isIt: (posted: PostedMessage) => boolean
  ): ExpectedMessages => ({
    kind,
    about: place,
    at,
    isIt: (posted) => posted.channel === place && isIt(posted)
  })
  const toManagers = staffOf["team-manager"].map((to) => ({
    ...inPlace("manager's morning", directOf.get(to) ?? to, daysWithNews, isOfPerson),
    to
  }))
  return [inPlace("morning summary", CHANNEL, days, ({ text }) => text.includes("Morning summary")), ...toManagers]
}

const INCIDENT = "incident:"

const childIn = ({ text }: PostedMessage): string => text.match(/LCS-\d+/)?.[0] ?? ""

export const reckon = (lived: MonthRun): Findings => {
  const { diary, posted } = lived
  const byChild = Map.groupBy(posted.flatMap(eachLine), childIn)
  const episodes = Map.groupBy(episodesIn(diary), ({ child }) => child)
  const findings = { lost: [] as string[], late: [] as string[], twice: [] as string[], uncalledFor: [] as string[] }
  const expected = new Map<string, number>()

  const compare = ({ about, at, isIt, kind, to }: ExpectedMessages, among: ReadonlyArray<PostedMessage>) => {
    const silences = silencesFor(lived.silences, to)
    const owed = stillTrue(at, silences)
    const told = among.filter(isIt).toSorted((one, other) => one.at - other.at)
    expected.set(kind, (expected.get(kind) ?? 0) + owed.length)
    let next = 0
    for (const moment of owed) {
      const message = told[next]
      if (message === undefined || message.at >= (owed[owed.indexOf(moment) + 1] ?? Number.POSITIVE_INFINITY)) {
        findings.lost.push(`${kind}: ${about}, at ${written(moment)}`)
        continue
      }
      next += 1
      if (message.at < moment)
        findings.uncalledFor.push(`${kind}: ${about}, ${written(message.at)} before ${written(moment)}`)
      else if (message.at > latest(moment, silences)) {
        findings.late.push(`${kind}: ${about}, at ${written(moment)}, ${Math.round((message.at - moment) / 1000)} s on`)
      }
    }
    for (const message of told.slice(next)) findings.uncalledFor.push(`${kind}: ${about}, at ${written(message.at)}`)
  }

  for (const [child, theirs] of episodes) {
    const among = byChild.get(child) ?? []
    for (const owed of [cardsOf(child, theirs), ...repeatsOf(child, theirs)]) compare(owed, among)
    for (const episode of theirs) {
      const climb = [climbOf, askedAgainOf, allClearsOf].flatMap((reckoned) => reckoned(episode, theirs, lived))
      for (const owed of [...climb, ...owedOf(episode, lived)]) compare(owed, among)
    }
  }
  for (const owed of summariesOf(lived)) compare(owed, posted)

  // What is wrong with the bot is kept in no journal: said again unseen, it is marked.
  const perhapsAgain = (message: PostedMessage) => message.key.startsWith(INCIDENT) && isMarked(message)
  const certain = posted.filter((message) => !perhapsAgain(message))
  findings.twice.push(...postedTwice(certain))
  return { ...findings, expected }
}

export const isClean = ({ lost, late, twice, uncalledFor }: Findings): boolean =>
  lost.length + late.length + twice.length + uncalledFor.length === 0
