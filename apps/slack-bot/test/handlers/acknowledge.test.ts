import { describe, expect, it } from "vitest"
import { acknowledgeInTime, type Replies } from "../../src/handlers/acknowledge.ts"

const PATIENCE = 30

const witness = () => {
  const said: Array<string> = []
  const say = (what: string) => {
    said.push(what)
    return Promise.resolve()
  }
  const replies: Replies<string> = {
    acknowledge: (outcome) => say(`acknowledged: ${outcome}`),
    acknowledgeUnconfirmed: () => say("not confirmed"),
    followUp: (outcome) => say(`afterwards: ${outcome}`)
  }
  return { said, replies }
}

describe("acknowledgeInTime", () => {
  it("acknowledges with the outcome, and only once the work is done", async () => {
    const { said, replies } = witness()
    const work = Promise.withResolvers<string>()
    const acknowledged = acknowledgeInTime(work.promise, replies, PATIENCE)
    await Promise.resolve()
    expect(said).toEqual([])
    work.resolve("recorded")
    await acknowledged
    expect(said).toEqual(["acknowledged: recorded"])
  })

  it("says the outcome also where Slack did not take that nothing is confirmed", async () => {
    const { said, replies } = witness()
    const work = Promise.withResolvers<string>()
    const acknowledgeUnconfirmed = () => Promise.reject(new Error("the response URL is gone"))
    const done = acknowledgeInTime(work.promise, { ...replies, acknowledgeUnconfirmed }, PATIENCE)
    await new Promise((resolve) => setTimeout(resolve, PATIENCE * 3))
    work.resolve("recorded")
    await expect(done).rejects.toThrow("the response URL is gone")
    expect(said).toEqual(["afterwards: recorded"])
  })

  it("says in time that nothing is confirmed, and the outcome when it is known", async () => {
    const { said, replies } = witness()
    const work = Promise.withResolvers<string>()
    const done = acknowledgeInTime(work.promise, replies, PATIENCE)
    await new Promise((resolve) => setTimeout(resolve, PATIENCE * 3))
    expect(said).toEqual(["not confirmed"])
    work.resolve("recorded")
    await done
    expect(said).toEqual(["not confirmed", "afterwards: recorded"])
  })

  it("acknowledges nothing when the work itself breaks", async () => {
    const { said, replies } = witness()
    await expect(acknowledgeInTime(Promise.reject(new Error("broken")), replies, PATIENCE)).rejects.toThrow("broken")
    expect(said).toEqual([])
  })
})
