/** `/scorecard` on a real Bolt app and a Slack workspace on this machine. */
import { type Told, tell } from "@safe-return/casework/testing"
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, PersonId, PoliceReference } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { expect, it, vi } from "vitest"
import { lastReply } from "./madeUpCard.ts"
import { CHANNEL, openSurface, type Surface } from "./surface.ts"

const NOW = utc(2026, 12, 4, 10)
const police = PersonId.make("police-intake")

/** Missing for five hours from then on, and back. */
const episode = (number: number, missingAt: Instant): ReadonlyArray<Told> => {
  const child = ChildReference.make(`LCS-${10_000 + number}`)
  const episodeId = EpisodeId.make(`episode-${number}`)
  const reference = PoliceReference.make(`SYP-2026-${String(number).padStart(7, "0")}`)
  return [
    {
      by: police,
      now: addHours(missingAt, 1),
      command: {
        _tag: "ReceiveNotification",
        newEpisodeId: episodeId,
        policy: rotherham,
        notification: {
          kind: "missing",
          absence: "missing",
          missingFrom: "care",
          risk: "medium",
          missingAt,
          reportedAt: missingAt,
          policeReference: reference,
          sentAt: addHours(missingAt, 1),
          child: { reference: child }
        }
      }
    },
    {
      by: police,
      now: addHours(missingAt, 5),
      command: { _tag: "RecordReturned", episodeId, returnedAt: addHours(missingAt, 5) }
    }
  ]
}

/** So many children, each missing once in a month. */
const withEpisodes = (surface: Surface, from: Instant, count: number) => {
  for (let number = 1; number <= count; number += 1) {
    const child = ChildReference.make(`LCS-${10_000 + surface.states.size}`)
    surface.states.set(child, tell(episode(surface.states.size, addHours(from, number * 7))).state)
  }
}

/** Asks, and waits for the answer: it may come after the acknowledgement. */
const ask = async (surface: Surface, id: string, typed: string) => {
  const person = surface.person(id)
  const before = person.ephemerals.length
  await person.command(CHANNEL, "/scorecard", typed)
  await vi.waitFor(() => expect(person.ephemerals.length).toBe(before + 1), { timeout: 5_000 })
}

const blocksOf = (surface: Surface, person: string) => surface.person(person).ephemerals.at(-1)?.blocks ?? []

const typesOf = (surface: Surface, person: string) =>
  new Set(blocksOf(surface, person).map((block) => String(block["type"])))

it("a manager reads the last whole month with charts, a table and the figures in words", async () => {
  await using surface = await openSurface(NOW)
  withEpisodes(surface, utc(2026, 11, 2), 12)
  await ask(surface, "U0MANAGER", "")
  const said = lastReply(surface, "U0MANAGER")
  expect(said).toContain("Missing from home and care: November 2026")
  expect(said).toContain("*Episodes*\\n12")
  expect(said).toContain("Nov 2026 12")
  expect(said).toContain("within 72 hours")
  expect([...typesOf(surface, "U0MANAGER")]).toEqual(expect.arrayContaining(["data_visualization", "data_table"]))
  expect(checkMessage({ text: "x", blocks: blocksOf(surface, "U0MANAGER") })).toEqual([])
  // Nobody else sees it.
  expect(surface.person("U0COORDINATOR").ephemerals).toEqual([])
  expect(wordsOf(await surface.person("U0COORDINATOR").messages(CHANNEL))).not.toContain("November 2026")
})

it("a workspace that refuses charts is answered with a table, or else with lines", async () => {
  await using surface = await openSurface(NOW)
  withEpisodes(surface, utc(2026, 11, 2), 12)
  surface.workspace.failNext("chat.postEphemeral", { error: "invalid_blocks" })
  await ask(surface, "U0MANAGER", "November")
  expect(typesOf(surface, "U0MANAGER").has("data_table")).toBe(true)
  expect(typesOf(surface, "U0MANAGER").has("data_visualization")).toBe(false)
  expect(lastReply(surface, "U0MANAGER")).toContain("Episodes by month")

  await using other = await openSurface(NOW)
  withEpisodes(other, utc(2026, 11, 2), 12)
  other.workspace.failNext("chat.postEphemeral", { error: "invalid_blocks" })
  other.workspace.failNext("chat.postEphemeral", { error: "invalid_blocks" })
  await ask(other, "U0MANAGER", "November")
  expect([...typesOf(other, "U0MANAGER")].filter((type) => type.startsWith("data"))).toEqual([])
  expect(lastReply(other, "U0MANAGER")).toContain("Episodes of children missing or away")
})

it("where the bot is not in the conversation, the answer comes in words at the response URL", async () => {
  await using surface = await openSurface(NOW)
  surface.workspace.failNext("chat.postEphemeral", { error: "channel_not_found" })
  await ask(surface, "U0MANAGER", "")
  expect(lastReply(surface, "U0MANAGER")).toContain("November 2026")
})

it("small counts are withheld, and shown in full to those who may and ask for it", async () => {
  await using surface = await openSurface(NOW)
  withEpisodes(surface, utc(2026, 11, 2), 3)
  await ask(surface, "U0MANAGER", "")
  expect(lastReply(surface, "U0MANAGER")).toContain("*Episodes*\\nc")
  await ask(surface, "U0MANAGER", "November whole")
  expect(lastReply(surface, "U0MANAGER")).toContain("*Episodes*\\n3")
  expect(lastReply(surface, "U0MANAGER")).toContain("Small counts are shown")
  await ask(surface, "U0HEAD", "November whole")
  expect(lastReply(surface, "U0HEAD")).toContain("It is for a Missing Co-ordinator or team manager")
  await ask(surface, "U0WORKER", "")
  expect(lastReply(surface, "U0WORKER")).toContain("You are not set up to do this")
  expect(surface.audited.map(({ by, act, outcome }) => [by, act, outcome])).toEqual([
    ["U0MANAGER", "see-scorecard", "allowed"],
    ["U0MANAGER", "see-whole-scorecard", "allowed"],
    ["U0HEAD", "see-whole-scorecard", "refused"],
    ["U0WORKER", "see-scorecard", "refused"]
  ])
})

it("a month that is not over is refused but with every count, and one not begun is too", async () => {
  await using surface = await openSurface(NOW)
  await ask(surface, "U0HEAD", "December")
  expect(lastReply(surface, "U0HEAD")).toContain("December 2026 is not published before 2027-01-04")
  await ask(surface, "U0MANAGER", "December whole")
  expect(lastReply(surface, "U0MANAGER")).toContain("December 2026 is not over.")
  await ask(surface, "U0HEAD", "2027-01")
  expect(lastReply(surface, "U0HEAD")).toContain("January 2027 has not begun")
})

it("the episodes of a month are read by reference, without status or place, each look audited", async () => {
  await using surface = await openSurface(NOW)
  withEpisodes(surface, utc(2026, 11, 2), 3)
  await ask(surface, "U0COORDINATOR", "episodes November")
  const said = lastReply(surface, "U0COORDINATOR")
  expect(said).toContain("3 episodes of 3 children.")
  expect(said).not.toMatch(/medium|care|looked/i)
  const table = blocksOf(surface, "U0COORDINATOR").find((block) => block["type"] === "data_table")
  const rows = (table?.["rows"] ?? []) as ReadonlyArray<ReadonlyArray<{ readonly text: string }>>
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ["Child", "Missing", "Council told", "Found", "Returned", "Interview"],
    ["LCS-10002", "Mon 2 Nov, 21:00", "Mon 2 Nov, 22:00", "–", "Tue 3 Nov, 02:00", "not offered"],
    ["LCS-10001", "Mon 2 Nov, 14:00", "Mon 2 Nov, 15:00", "–", "Mon 2 Nov, 19:00", "not offered"],
    ["LCS-10000", "Mon 2 Nov, 07:00", "Mon 2 Nov, 08:00", "–", "Mon 2 Nov, 12:00", "not offered"]
  ])
  await ask(surface, "U0HEAD", "episodes")
  expect(lastReply(surface, "U0HEAD")).toContain("It is for a Missing Co-ordinator or team manager")
  expect(surface.audited.map(({ by, act, outcome }) => [by, act, outcome])).toEqual([
    ["U0COORDINATOR", "see-whole-scorecard", "allowed"],
    ["U0HEAD", "see-whole-scorecard", "refused"]
  ])
  // Nobody else sees it.
  expect(wordsOf(await surface.person("U0COORDINATOR").messages(CHANNEL))).not.toContain("LCS-10001")
})

it("more episodes than one answer holds are read in parts, each of which Slack takes", async () => {
  await using surface = await openSurface(NOW)
  withEpisodes(surface, utc(2026, 11, 2), 70)
  await ask(surface, "U0MANAGER", "episodes November")
  expect(lastReply(surface, "U0MANAGER")).toContain("Here are 1 to 50, the newest first.")
  expect(lastReply(surface, "U0MANAGER")).toContain("`/scorecard episodes 2026-11 from 51`")
  expect(checkMessage({ text: "x", blocks: blocksOf(surface, "U0MANAGER") })).toEqual([])
  await ask(surface, "U0MANAGER", "episodes 2026-11 from 51")
  expect(lastReply(surface, "U0MANAGER")).toContain("Here are 51 to 70, the newest first.")
  expect(lastReply(surface, "U0MANAGER")).toContain("LCS-10000")
  expect(lastReply(surface, "U0MANAGER")).not.toContain("The next:")
  await ask(surface, "U0MANAGER", "episodes November from 90")
  expect(lastReply(surface, "U0MANAGER")).toContain("There are 70 episodes of 70 children, and none from 90 on.")
})

it("a workspace that refuses tables reads the episodes as lines", async () => {
  await using surface = await openSurface(NOW)
  withEpisodes(surface, utc(2026, 11, 2), 60)
  surface.workspace.failNext("chat.postEphemeral", { error: "invalid_blocks" })
  await ask(surface, "U0MANAGER", "episodes November")
  expect([...typesOf(surface, "U0MANAGER")].filter((type) => type.startsWith("data"))).toEqual([])
  expect(lastReply(surface, "U0MANAGER")).toContain("• *LCS-10058* missing ")
  expect(checkMessage({ text: "x", blocks: blocksOf(surface, "U0MANAGER") })).toEqual([])
})

it("a month without episodes says so, and one that goes on that it is not over", async () => {
  await using surface = await openSurface(NOW)
  await ask(surface, "U0MANAGER", "episodes")
  expect(lastReply(surface, "U0MANAGER")).toContain("No episode began in it. December 2026 is not over.")
})
