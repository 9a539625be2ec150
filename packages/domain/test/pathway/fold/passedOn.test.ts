import { Result } from "effect"
import { expect, it } from "vitest"
import { type ChildState, type Command, decide, evolve, PersonId } from "../../../src/pathway/index.ts"
import { assign, at, backHome, interviewer, MUCH_LATER, secondInterviewer } from "../madeUpChild.ts"

const manager = PersonId.make("U0MADEUPMANAGER")

/** As it is recorded: each event with its time. */
const recordedAt = (state: ChildState, hours: number, command: Command): ChildState =>
  Result.getOrThrow(decide(state, command, { now: MUCH_LATER })).reduce(
    (known, event) => evolve(known, { recordedAt: at(hours), recordedBy: manager, event }),
    state
  )

it("an interview remembers whose it was, and until when; given to the same person again, nothing", () => {
  const given = recordedAt(backHome(), 11, assign())
  expect(given.interviews[0]).not.toHaveProperty("passedOn")
  const planned = recordedAt(given, 12, assign({ plannedFor: MUCH_LATER }))
  expect(planned.interviews[0]).not.toHaveProperty("passedOn")
  const moved = recordedAt(planned, 20, assign({ interviewer: secondInterviewer }))
  const first = { interviewer, until: at(20) }
  expect(moved.interviews[0]).toMatchObject({ interviewer: secondInterviewer, passedOn: [first] })
  const back = recordedAt(moved, 30, assign())
  const second = { interviewer: secondInterviewer, until: at(30) }
  expect(back.interviews[0]).toMatchObject({ interviewer, passedOn: [first, second] })
})
