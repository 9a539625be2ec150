import { expect, it } from "vitest"
import { notSetUp, notTheirs } from "../src/People.ts"

it("a person who may not do something reads who may", () => {
  expect(notSetUp("assign-interview").message).toBe(
    "You are not set up to do this. It is for a Missing Co-ordinator or team manager. Nothing was done: ask one of them."
  )
})

it("a person whose case it is not reads who else may, also where no worker is allocated", () => {
  expect(notTheirs("correct-record").message).toBe(
    "This is for the child's own allocated worker or interviewer, or for the MASH, a Missing Co-ordinator or a team manager. Nothing was done: ask one of them."
  )
  expect(notTheirs("log-interview").message).toContain(
    "This is for those who were given the child's interview, or for a return home interviewer, a Missing Co-ordinator"
  )
  expect(notTheirs("change-profile").message).toContain("This is for the child's own allocated worker, or for the MASH")
  expect(notTheirs("answer-considerations").message).toContain(
    "Where no worker is allocated it is also for the MASH, a Missing Co-ordinator or an out-of-hours duty worker. Nothing was done"
  )
})

it("a person who says when another is away reads that they may say it for themselves", () => {
  expect(notTheirs("change-availability").message).toContain(
    "For yourself you can say this, for someone else it is for a Missing Co-ordinator or team manager."
  )
})
