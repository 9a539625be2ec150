import { expect, it } from "vitest"
import { ResponseUrls } from "../src/ResponseUrls.ts"
import { slackSignature } from "../src/signing.ts"
import { Triggers } from "../src/views/Triggers.ts"

it("takes a trigger id once, within three seconds", () => {
  let now = 1_000_000
  const triggers = new Triggers(() => now)
  const first = triggers.issue({ user: "U0ADA" })
  const second = triggers.issue({ user: "U0ADA", viewId: "V1" })
  now += 3000
  expect(triggers.exchange(first)).toMatchObject({ user: "U0ADA" })
  expect(triggers.exchange(first)).toBe("exchanged_trigger_id")
  now += 1
  expect(triggers.exchange(second)).toBe("expired_trigger_id")
  expect(triggers.exchange("made-up")).toBe("invalid_trigger_id")
})

it("takes five answers at a response URL, within thirty minutes", () => {
  let now = 1_000_000
  const urls = new ResponseUrls(() => now)
  const to = { user: "U0ADA", channel: "C0ALERTS" }
  const first = urls.issue(to)
  for (let use = 1; use <= 5; use++) expect(urls.use(first)).toEqual(to)
  expect(urls.use(first)).toBe("used_url")
  const second = urls.issue(to)
  now += 30 * 60 * 1000 + 1
  expect(urls.use(second)).toBe("expired_url")
})

it("signs as Slack's documentation does in its own example", () => {
  const body =
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
  expect(slackSignature("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, body)).toBe(
    "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
  )
})
