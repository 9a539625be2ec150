import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { type ChildState, type Command, decide, emptyChildState, PersonId, preview } from "../../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  cancelled,
  completedAt,
  found,
  log,
  missing,
  notify,
  recordFound,
  recordReturned,
  returned
} from "./madeUpChild.ts"
import {
  type Answer,
  blankCard,
  CARD_NOW,
  type Card,
  hear,
  openAgain,
  rewriteReturned,
  strikeCompleted,
  strikeOffer,
  WORKER,
  writeAttempt,
  writeCarerOffer,
  writeCompleted,
  writeFound,
  writeInterviewer,
  writeNotDone,
  writeOffer,
  writeReturned,
  writeTransfer,
  writeUnassigned
} from "./progressModel.ts"
import { otherAuthority, ruledOut } from "./stageExamples.ts"

/** The pathway under test: its state, moved on by what it decides. */
interface Pathway {
  state: ChildState
}

/** The state in the words of the card. */
const cardOf = ({ episodes, interviews }: ChildState): Omit<Card, "told"> => {
  const progress = episodes[0]?.progress
  const interview = interviews[0]
  const closure = episodes[0]?.closure
  const hours = (instant: number | undefined) => (instant === undefined ? undefined : (instant - at(0)) / 3_600_000)
  const facts = {
    missing: hours(episodes[0]?.missingAt),
    found: progress !== undefined && "foundAt" in progress ? hours(progress.foundAt) : undefined,
    returned: progress?._tag === "Returned" ? hours(progress.returnedAt) : undefined,
    cancelled: progress?._tag === "Cancelled",
    interviewer: interview?.interviewer,
    hasInterview: interview !== undefined,
    attempts: new Set((interview?.attempts ?? []).map(({ attemptedAt }) => hours(attemptedAt))),
    takenUp: interview?.takenUpAgain !== undefined,
    offered: hours(interview?.offeredAt),
    response: interview?.response,
    completed: hours(interview?.completed?.completedAt),
    heldBy: interview?.completed?.interviewer,
    carer: hours(interview?.carerOffer?.offeredAt),
    notDone: (interview?.notDone ?? episodes[0]?.interviewNotDone) !== undefined,
    transferred: closure?._tag === "Transferred",
    transferredAt: closure?._tag === "Transferred" ? hours(closure.transferredAt) : undefined,
    reopened: episodes[0]?.reopenedBecause !== undefined
  }
  return facts as Omit<Card, "told">
}

/** A cancelled episode no longer says when the child was found or returned. */
const shown = ({ told: _, cancellationDecided: _decided, ...written }: Card): Omit<Card, "told"> => {
  const card = written.completed === undefined ? written : { ...written, response: "accepted" as const }
  const { found: foundHour, returned: returnedHour, ...rest } = card
  return card.cancelled ? rest : card
}

const step = (name: string, command: Command, write: (card: Card) => Answer): fc.Command<Card, Pathway> => ({
  check: () => true,
  run: (card, pathway) => {
    const decision = decide(pathway.state, command, { now: at(CARD_NOW) })
    pathway.state = preview(
      pathway.state,
      Result.getOrElse(decision, () => [])
    )
    expect(Result.isSuccess(decision) ? "ok" : decision.failure._tag).toBe(write(card))
    expect(cardOf(pathway.state)).toEqual(shown(card))
  },
  toString: () => name
})

/** Hours that mostly follow each other and often do not, with one beyond now so that the future is tried too. */
const hoursBetween = (min: number, max: number) =>
  fc.oneof({ weight: 12, arbitrary: fc.integer({ min, max }) }, { weight: 1, arbitrary: fc.constant(CARD_NOW + 1) })

const missingHours = hoursBetween(0, 6)
const foundHours = hoursBetween(2, 12)
const returnHours = hoursBetween(4, 16)
const offerHours = hoursBetween(6, 20)
const interviewHours = hoursBetween(10, CARD_NOW)
const people = fc.constantFrom("interviewer", "second-interviewer", WORKER)
const responses = fc.constantFrom("accepted", "declined", "no-answer", undefined)

type Move = fc.Arbitrary<fc.Command<Card, Pathway>>

const moves: ReadonlyArray<Move> = [
  missingHours.map((hour) =>
    step(`police: missing at ${hour}`, notify(missing({ missingAt: at(hour), reportedAt: at(hour) })), (card) =>
      hear(card, "missing", hour)
    )
  ),
  foundHours.map((hour) =>
    step(`police: found at ${hour}`, notify(found(at(hour))), (card) => hear(card, "found", hour))
  ),
  returnHours.map((hour) =>
    step(`police: back at ${hour}`, notify(returned(at(hour))), (card) => hear(card, "returned", hour))
  ),
  foundHours.map((hour) => step(`worker: found at ${hour}`, recordFound(at(hour)), (card) => writeFound(card, hour))),
  returnHours.map((hour) =>
    step(`worker: back at ${hour}`, recordReturned(at(hour)), (card) => writeReturned(card, hour))
  ),
  people.map((name) =>
    step(`assign ${name}`, assign({ interviewer: PersonId.make(name) }), (card) => writeInterviewer(card, name))
  ),
  fc
    .tuple(offerHours, responses)
    .map(([hour, response]) =>
      step(
        `offered at ${hour}: ${response}`,
        log(response === undefined ? { offeredAt: at(hour) } : { offeredAt: at(hour), response }),
        (card) => writeOffer(card, hour, response)
      )
    ),
  fc
    .tuple(interviewHours, people)
    .map(([hour, name]) =>
      step(`completed at ${hour} by ${name}`, log({ completed: completedAt(at(hour), PersonId.make(name)) }), (card) =>
        writeCompleted(card, hour, name)
      )
    ),
  offerHours.map((hour) =>
    step(`carer offered at ${hour}`, about("OfferToCarer", { offeredAt: at(hour), response: "accepted" }), (card) =>
      writeCarerOffer(card, hour)
    )
  ),
  offerHours.map((hour) =>
    step(
      `attempt at ${hour}`,
      about("RecordAttempt", { attemptedAt: at(hour), method: "phone", result: "no-reply" }),
      (card) => writeAttempt(card, hour)
    )
  ),
  fc.constant(step("nobody's", about("UnassignInterview", { reason: "assigned-by-mistake" }), writeUnassigned)),
  interviewHours.map((hour) =>
    step(
      `withdrawn: completed at ${hour}`,
      about("WithdrawFromInterview", {
        reason: "wrong-record",
        withdrawn: { what: "completed", completedAt: at(hour) }
      }),
      (card) => strikeCompleted(card, hour)
    )
  ),
  offerHours.map((hour) =>
    step(
      `withdrawn: offered at ${hour}`,
      about("WithdrawFromInterview", { reason: "wrong-record", withdrawn: { what: "offer", offeredAt: at(hour) } }),
      (card) => strikeOffer(card, hour)
    )
  ),
  returnHours.map((hour) =>
    step(`corrected: back at ${hour}`, about("CorrectEpisode", { reason: "mistyped", returnedAt: at(hour) }), (card) =>
      rewriteReturned(card, hour)
    )
  ),
  fc.constant(step("opened again", about("ReopenEpisode", { reason: "handed-back" }), openAgain))
]

/** What stops most of the rest, or undoes it, is made less often. */
const seldom: ReadonlyArray<Move> = [
  fc.constant(step("not done", ruledOut, writeNotDone)),
  interviewHours.map((hour) =>
    step(`transferred at ${hour}`, about("TransferEpisode", { to: otherAuthority, transferredAt: at(hour) }), (card) =>
      writeTransfer(card, hour)
    )
  )
]

/** Cancelling ends a walk, so that every other move is made as often as the whole list eight times over. */
const often = Array.from({ length: 8 }, () => moves)
const cancelling: Move = fc.constant(
  step("police: cancelled", notify(cancelled()), (card) => hear(card, "cancelled", 0))
)

const walks = fc.commands(
  [...often.flat(), ...seldom, ...seldom, ...seldom, ...Array.from({ length: 8 }, () => cancelling)],
  {
    maxCommands: 80,
    size: "max"
  }
)

/** The card at the end of a walk on which the pathway agreed with it at every step. */
const walked = (commands: Iterable<fc.Command<Card, Pathway>>): Card => {
  const card = blankCard()
  fc.modelRun(() => ({ model: card, real: { state: emptyChildState } satisfies Pathway as Pathway }), commands)
  return card
}

it("the pathway keeps what a card kept by hand would, whatever comes in any order", () => {
  fc.assert(
    fc.property(walks, (commands) => void walked(commands)),
    { numRuns: 300 }
  )
})

it("the walks are long enough to reach every end of the pathway", () => {
  const cards = fc.sample(walks, { numRuns: 300, seed: 20_261_116 }).map(walked)
  const ends = {
    completed: cards.filter(({ completed }) => completed !== undefined),
    declined: cards.filter(({ response }) => response === "declined"),
    cancelled: cards.filter((card) => card.cancelled),
    notDone: cards.filter(({ notDone }) => notDone),
    transferred: cards.filter(({ transferred }) => transferred),
    carerOffered: cards.filter(({ carer }) => carer !== undefined)
  }
  expect(Object.entries(ends).filter(([, reached]) => reached.length < 3)).toEqual([])
})
