import { expect, it } from "vitest"
import { isMessageKey, messageKindInWords, messageKindOf } from "../../src/message/messageKinds.ts"

it("a key's first part says which kind of message it names", () => {
  expect(messageKindOf("worker-alert:episode-1:U0WORKER")).toBe("worker-alert")
  expect(messageKindInWords("worker-alert:episode-1:U0WORKER")).toBe("Alert to an allocated worker")
})

it("a key that another version wrote has no kind and is shown by its own word", () => {
  expect(messageKindOf("constructor:1")).toBeUndefined()
  expect(isMessageKey("some-news:1")).toBe(false)
  expect(messageKindInWords("some-news:1")).toBe("some news")
})
