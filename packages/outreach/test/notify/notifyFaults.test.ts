import { expect, it } from "vitest"
import { notCarried, unreadable } from "../../src/notify/notifyFaults.ts"
import { SendFailed } from "../../src/sending/Transport.ts"

const errors = (error: string) => ({ errors: [{ error }] })

it.each([
  ["refused for good by GOV.UK Notify", { response: { status: 400, data: errors("BadRequestError") } }, "permanent"],
  ["refused for want of a right", { response: { status: 403, data: errors("AuthError") } }, "permanent"],
  ["refused with the last number of its kind", { response: { status: 499, data: errors("MadeUpError") } }, "permanent"],
  ["refused by a proxy on the way", { response: { status: 403, data: "<html>" } }, "unknown"],
  ["answered with a fault of Notify's own", { response: { status: 500, data: errors("Exception") } }, "unknown"],
  ["answered with a redirect", { response: { status: 302, data: errors("MadeUpError") } }, "unknown"],
  ["answered that it was too much", { response: { status: 429, data: "" } }, "busy"],
  ["sent to a server that takes no connection", { code: "ECONNREFUSED" }, "passing"],
  ["cut off", { code: "ECONNRESET" }, "unknown"],
  ["lost without a word", {}, "unknown"]
])("a message that was %s is judged by what may have arrived", (_, thrown, fault) => {
  expect(notCarried("sending")(thrown).fault).toBe(fault)
})

it("a fault is named as GOV.UK Notify names it, or else by its number or code", () => {
  const reasonOf = (thrown: unknown) => notCarried("sending")(thrown).reason
  expect(reasonOf({ response: { status: 400, data: errors("BadRequestError") } })).toBe("BadRequestError")
  expect(reasonOf({ response: { status: 502, data: "<html>" } })).toBe("HTTP 502")
  expect(reasonOf({ code: "ETIMEDOUT" })).toBe("ETIMEDOUT")
  expect(reasonOf({})).toBe("no answer")
  expect(unreadable("sending")).toMatchObject({ reason: "unreadable answer", fault: "unknown" })
  expect(unreadable("sending").message).toContain("GOV.UK Notify, sending,")
})

it("the rate of a minute is waited for, and no other limit", () => {
  const pauseOf = (error: string) =>
    notCarried("sending")({ response: { status: 429, data: errors(error) } }).retryAfterSeconds
  expect([pauseOf("RateLimitError"), pauseOf("TooManyRequestsError")]).toEqual([60, undefined])
})

it("a fault that was judged before is passed on as it is", () => {
  const judged = new SendFailed({ act: "sending", reason: "not set up", fault: "permanent" })
  expect(notCarried("looking")(judged)).toBe(judged)
})
