import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  interviewer,
  interviewId,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell
} from "@safe-return/casework/testing"
import { addDays, civilDay, type Instant } from "@safe-return/domain/calendar"
import { type Availability, type Away, actingFor, withReturnOn } from "@safe-return/domain/escalation"
import { ChildReference, type ChildState, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { emptyRoster, type Roster } from "@safe-return/outreach"
import { handOverLists, wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { describe, expect, it } from "vitest"
import { rendered, slackFingerprint } from "../messages/rendered.ts"

const [coordinator, cover, another] = ["U0COORDINATOR", "U0COVER", "U0ANOTHER"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]

/** Tuesday 24 November 2026; the child is back at 00:00. */
const tuesday = civilDay(2026, 11, 24)
const home = [missing(), returned(6), assigned(7)]
const sick: Away = { from: tuesday, for: "sickness", cover }

const givenTo = (person: PersonId, hours: number): Told => {
  const given = assigned(hours)
  return { ...given, command: { ...given.command, interviewer: person } as Told["command"] }
}

const about = (hours: number, command: object): Told => ({
  by: manager,
  now: at(hours),
  command: { episodeId, ...command } as Told["command"]
})

const notDone = (hours: number): Told =>
  about(hours, { _tag: "RecordNotDone", reason: "unable-to-contact", decidedBy: manager })

const accepted = (hours: number): Told =>
  about(hours, { _tag: "LogInterview", newInterviewId: interviewId, response: "accepted", isInterviewer: true })

const transferred = (hours: number): Told =>
  about(hours, { _tag: "TransferEpisode", to: "Made-up Council", transferredAt: at(hours) })

const cancelled = (hours: number): Told => about(hours, { _tag: "CancelEpisode", reason: "recorded-in-error" })

/** What readers have, over time. */
const openTeam = (notTold: ReadonlyArray<PersonId> = []) => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, string>()
  const look = (
    states: ReadonlyMap<ChildReference, ChildState>,
    now: Instant,
    availability: Availability,
    isOfficeOpen = true
  ) => {
    const there: Roster = {
      ...emptyRoster,
      holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator], "team-manager": [manager] },
      canBeTold: (person) => !notTold.includes(person),
      acting: (person) => actingFor(person, now, (one) => (one === interviewer ? availability : undefined))
    }
    const known = new Map([[interviewer, availability]])
    const owed = handOverLists({ states, availability: known, there, isOfficeOpen, delivered, now })
    expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length)
    for (const { key, message, keptCurrent } of owed) {
      expect(keptCurrent).toBe(true)
      expect(checkMessage(rendered(message()))).toEqual([])
      expect(wordsOf(rendered(message()))).not.toMatch(/sick|leave\b/)
      delivered.set(key, {
        _tag: "Sent",
        key,
        channel: "D1",
        ts: "1",
        fingerprint: slackFingerprint(message()),
        sentAt: now
      })
      shown.set(key, wordsOf(rendered(message())))
    }
    return owed.map(({ key }) => key.split(":")[3])
  }
  const of = (reader: PersonId) => shown.get(`hand-over:${interviewer}:2026-11-24:${reader}`) ?? ""
  return { look, of, shown }
}

const statesOf = (...told: ReadonlyArray<Told>) => new Map([[child, tell(told).state]])
const awayFor = (away: Away): Availability => ({ away: [away] })

describe("the interviews of a person who is away", () => {
  it("are on one list for each absence, to those who can act on it, once the office is open", () => {
    const { look, of, shown } = openTeam()
    expect(look(statesOf(...home), at(8), awayFor(sick), false)).toEqual([])
    expect(look(statesOf(missing()), at(16), awayFor(sick))).toEqual([])
    expect(look(statesOf(...home), at(16), awayFor(sick))).toEqual([coordinator, manager, cover])
    expect(of(manager)).toContain(`<@${cover}> covers`)
    expect(of(manager)).toContain("Hand over several")
    expect(of(cover)).not.toContain("Hand over several")
    // A new end to the same absence is the same list.
    look(statesOf(...home), at(17), awayFor({ ...sick, to: addDays(tuesday, 3) }))
    expect(shown.size).toBe(3)
    expect(of(manager)).toContain("until Fri 27 Nov")
  })

  it("are kept current as they are given to others, carried out, and come to be theirs no longer", () => {
    const { look, of } = openTeam()
    look(statesOf(...home), at(16), awayFor(sick))
    look(statesOf(...home, givenTo(another, 17)), at(17), awayFor(sick))
    expect(of(coordinator)).toContain("Nothing left")
    expect(of(coordinator)).toContain(`*${child}* is given to <@${another}>`)
    look(statesOf(...home, givenTo(another, 17), offered(18, "accepted"), completed(20)), at(21), awayFor(sick))
    expect(of(coordinator)).toMatch(/was carried out by/)
  })

  it("say what became of one that is not held, and omit one settled before they went", () => {
    const away = (...then: ReadonlyArray<Told>) => {
      const { look, of } = openTeam()
      look(statesOf(...home), at(16), awayFor(sick))
      expect(look(statesOf(...home, ...then), at(22), awayFor(sick))).toEqual([coordinator, manager, cover])
      expect(of(coordinator)).toContain("Nothing left")
      return of(coordinator)
    }
    expect(away(offered(20, "declined"))).toContain(`*${child}* was declined`)
    expect(away(notDone(20))).toContain(`*${child}* is not held: it is recorded that there is none`)
    expect(away(transferred(20))).toContain(`*${child}* is no longer ours`)
    expect(away(cancelled(20))).toContain(`*${child}* is not owed any more: the episode was cancelled`)
    expect(away(givenTo(another, 17), cancelled(20))).toContain(`*${child}* is not owed any more`)
    expect(away(offered(20, "declined"), cancelled(21))).toContain(`*${child}* was declined`)
    // Given to another person, who then recorded it: what became of it, not who had it last.
    expect(away(givenTo(another, 17), notDone(20))).toContain(`*${child}* is not held`)

    const { look, of } = openTeam()
    const later: Away = { ...sick, from: addDays(tuesday, 1) }
    look(statesOf(...home, offered(20, "declined")), at(40), awayFor(later))
    look(statesOf(...home, offered(20, "declined"), cancelled(39)), at(40), awayFor(later))
    look(statesOf(...home, cancelled(20)), at(40), awayFor(later))
    expect(of(coordinator)).toBe("")
  })

  it("one that covers another episode as well is still to see to when the first is cancelled", () => {
    const { look, of } = openTeam()
    const second = EpisodeId.make("episode-2")
    const again = [missing(8, { id: second, reference: "SYP-2026-0000002" }), returned(12, second)]
    const covered = about(13, { _tag: "ExtendInterview", alsoCovers: [second] })
    look(statesOf(...home, ...again, covered, cancelled(20)), at(22), awayFor(sick))
    expect(of(coordinator)).toContain("1 to see to")
    // By the deadline of the return it is still owed for.
    expect(of(coordinator)).toContain("Fri 27 Nov, 06:00")
  })

  it("one that was declined, and is accepted after all, is theirs again", () => {
    const { look, of } = openTeam()
    look(statesOf(...home), at(16), awayFor(sick))
    look(statesOf(...home, offered(17, "declined")), at(18), awayFor(sick))
    look(statesOf(...home, offered(17, "declined"), accepted(19)), at(20), awayFor(sick))
    expect(of(coordinator)).toContain("1 to see to")
    expect(of(coordinator)).not.toContain("was declined")
  })

  it("a new cover is told, and the one before sees so", () => {
    const { look, of } = openTeam()
    look(statesOf(...home), at(16), awayFor(sick))
    expect(look(statesOf(...home), at(17), awayFor({ ...sick, cover: another }))).toContain(another)
    expect(of(cover)).toContain(`<@${another}> covers`)
  })

  it("a person who is back is told what became of theirs, and each list says they are back", () => {
    const { look, of } = openTeam()
    look(statesOf(...home), at(16), awayFor(sick))
    const back = withReturnOn(awayFor(sick), addDays(tuesday, 1))
    // Wednesday at 10:00.
    expect(look(statesOf(...home), at(40), back)).toEqual([coordinator, manager, cover, interviewer])
    for (const reader of [coordinator, manager, cover]) expect(of(reader)).toContain("Interviewer back")
    expect(of(interviewer)).toContain("1 return home interview is yours now")
    // A week later it is history.
    expect(look(statesOf(...home), at(40 + 24 * 9), back)).toEqual([])
  })

  it("back on the same day, nobody was away: the lists say so", () => {
    const { look, of } = openTeam()
    look(statesOf(...home), at(16), awayFor(sick))
    expect(look(statesOf(...home), at(18), withReturnOn(awayFor(sick), tuesday))).toEqual([coordinator, manager, cover])
    expect(of(cover)).toContain("away no longer")
  })

  it("a person with leave to come reads nothing yet, and does up to a week after their last day", () => {
    const { look } = openTeam()
    const leave: Away = { from: addDays(tuesday, 7), to: addDays(tuesday, 9), for: "leave" }
    expect(look(statesOf(...home), at(16), awayFor(leave))).toEqual([])
    const over: Away = { from: addDays(tuesday, -3), to: tuesday, for: "leave" }
    // Wednesday and, a week after their last day away, Tuesday and Wednesday at 10:00.
    const onReturn = (days: number) => openTeam().look(statesOf(...home), at(16 + 24 * days), awayFor(over))
    expect([onReturn(1), onReturn(7), onReturn(8)]).toEqual([[interviewer], [interviewer], []])
  })

  it("goes to nobody who cannot be told", () => {
    const { look } = openTeam([cover, coordinator])
    expect(look(statesOf(...home), at(16), awayFor(sick))).toEqual([manager])
  })

  it("fits into one message however many they are, and says how many more", () => {
    const { look, of } = openTeam()
    const { state } = tell(home)
    const many = new Map(
      Array.from({ length: 60 }, (_, n) => [ChildReference.make(`LCS-${"9".repeat(30)}${n}`), state])
    )
    look(many, at(16), awayFor(sick))
    expect(of(manager)).toContain("60 to see to")
    expect(of(manager)).toContain("And 40 more")
    const given = tell([...home, givenTo(another, 17)]).state
    const half = new Map([...many].map(([one], n) => [one, n % 2 === 0 ? given : state]))
    look(half, at(18), awayFor(sick))
    expect(of(manager)).toContain("30 to see to")
  })
})
