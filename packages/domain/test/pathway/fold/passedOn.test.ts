import { expect, it } from "vitest"
import { assign, at, backHome, interviewer, MUCH_LATER, secondInterviewer } from "../madeUpChild.ts"
import { recordedAt } from "./recordedAt.ts"

it("an interview remembers whose it was and until when, but not the same person twice", () => {
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
