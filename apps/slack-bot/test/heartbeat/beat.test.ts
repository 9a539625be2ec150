import { Effect, Redacted, Result } from "effect"
import { expect, test } from "vitest"
import { addressOf, type Beat, sendBeat } from "../../src/heartbeat/beat.ts"
import { startListener } from "./listener.ts"

const sent = (url: string, beat: Beat = "success") =>
  Effect.runPromise(Effect.result(sendBeat(Redacted.make(url), beat, "words")))

const reasonOf = async (url: string) => {
  const result = await sent(url)
  return Result.isFailure(result) ? result.failure.reason : "heard"
}

test("each beat goes to its own address, before what follows a question mark", () => {
  expect(addressOf("https://hc.example/abc", "success")).toBe("https://hc.example/abc")
  expect(addressOf("https://hc.example/abc/", "fail")).toBe("https://hc.example/abc/fail")
  expect(addressOf("https://hc.example/abc?key=1", "start")).toBe("https://hc.example/abc/start?key=1")
})

test("a beat is heard once the listener says so", async () => {
  await using listener = await startListener()
  expect(Result.isSuccess(await sent(listener.url))).toBe(true)
  expect(Result.isSuccess(await sent(listener.url, "fail"))).toBe(true)
  expect(listener.heard).toEqual([
    { path: "/made-up-check", words: "words" },
    { path: "/made-up-check/fail", words: "words" }
  ])
})

test("a listener that knows no such check has not heard the beat, though it answers 200", async () => {
  await using listener = await startListener()
  listener.answers({ status: 200, body: "OK (not found)" })
  expect(await reasonOf(listener.url)).toBe("not found")
  listener.answers({ status: 200, body: "OK (rate limited)" })
  expect(await reasonOf(listener.url)).toBe("rate limited")
})

test("a beat that is refused, sent on or not answered has not been heard", async () => {
  await using listener = await startListener()
  listener.answers({ status: 503, body: "" })
  expect(await reasonOf(listener.url)).toBe("HTTP 503")
  listener.answers({ status: 302, body: "", headers: { location: listener.url } })
  expect(await reasonOf(listener.url)).toBe("it sends us on to another address")
  listener.answers({ status: 300, body: "" })
  expect(await reasonOf(listener.url)).toBe("it sends us on to another address")
  listener.answers("nothing")
  expect(await reasonOf(listener.url)).not.toBe("heard")
  expect(await reasonOf("http://127.0.0.1:9/")).not.toBe("heard")
})
