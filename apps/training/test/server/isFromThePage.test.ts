import { expect, it } from "vitest"
import { refusalOf } from "../../src/server/isFromThePage.ts"

const json = { "content-type": "application/json" }
const own = { host: "127.0.0.1:3210" }
const asked = (method: string, headers: Record<string, string>) => refusalOf({ method, headers, port: 3210 })

it("takes requests of its own page, and of a script on this machine", () => {
  expect(asked("GET", own)).toBeUndefined()
  expect(asked("GET", { host: "localhost:3210" })).toBeUndefined()
  expect(asked("POST", { ...own, ...json })).toBeUndefined()
  const fromThePage = { origin: "http://localhost:3210", "sec-fetch-site": "same-origin" }
  expect(asked("POST", { host: "localhost:3210", ...json, ...fromThePage })).toBeUndefined()
})

it.for(["evil.example", "evil.example:3210", "127.0.0.1:3211", "127.0.0.1", ""])(
  "answers nothing asked of the host %j, whose name may have been rebound to this machine",
  (host) => {
    expect(asked("GET", { host })).toContain("own address")
    expect(asked("POST", { host, ...json })).toContain("own address")
  }
)

it.for(["http://evil.example", "https://127.0.0.1:3210", "http://127.0.0.1:3211", "null"])(
  "takes nothing from a page of %s",
  (origin) => {
    expect(asked("POST", { ...own, ...json, origin })).toContain("other web pages")
    expect(asked("GET", { ...own, origin })).toContain("other web pages")
  }
)

it("takes no post that a form on another page could send", () => {
  expect(asked("POST", own)).toContain("application/json")
  expect(asked("POST", { ...own, "content-type": "text/plain" })).toContain("application/json")
  expect(asked("POST", { ...own, ...json, "sec-fetch-site": "cross-site" })).toContain("other web pages")
})
