import { Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, EventId, PathwayEvent, PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { JournalEntry } from "@safe-return/journal"
import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { ChildRecord } from "../../src/records/childRecord.ts"
import { eventFacts } from "../../src/records/eventFacts.ts"
import { eventTitles } from "../../src/records/eventTitles.ts"
import { recordHtml } from "../../src/records/recordHtml.ts"

const child = ChildReference.make("LCS-10432")
const episodeId = EpisodeId.make("E1")

const entryOf = (event: PathwayEvent, version = 1): JournalEntry => ({
  id: EventId.make(`event-${version}`),
  child,
  version,
  position: version,
  recorded: { recordedAt: utc(2026, 7, 1, 23, 30), recordedBy: PersonId.make("U0MADEUP1"), event }
})

const recordOf = (...events: ReadonlyArray<PathwayEvent>): ChildRecord => ({
  child,
  exportedAt: utc(2026, 11, 26, 9),
  exportedBy: PersonId.make("command-line:made-up"),
  entries: events.map((event, index) => entryOf(event, index + 1)),
  profile: Option.none(),
  looks: [],
  deliveries: []
})

const cancelled = (reason: string): PathwayEvent => ({ _tag: "EpisodeCancelled", episodeId, reason })

const opened: PathwayEvent = {
  _tag: "EpisodeOpened",
  episodeId,
  absence: "missing",
  missingFrom: "care",
  risk: "no-apparent",
  missingAt: utc(2026, 7, 1, 18),
  reportedAt: utc(2026, 7, 1, 19),
  notifiedAt: utc(2026, 7, 1, 20),
  policy: rotherham
}

describe("the page of a child's record", () => {
  it("has words for every kind of event", () => {
    const tags = PathwayEvent.members.map(({ fields }) => fields._tag.schema.literal)
    expect(Object.keys(eventTitles).sort()).toEqual([...tags].sort())
  })

  it("shows times in London, who acted, codes in words, and the rules by their name", () => {
    const page = recordHtml(recordOf(opened))
    expect(page).toContain("Thursday 2 July 2026, 00:30 BST")
    expect(page).toContain("U0MADEUP1")
    expect(page).toContain("Last seen: Wednesday 1 July 2026, 19:00 BST")
    expect(page).toContain("Risk: no apparent")
    expect(page).toContain(`Rules in force: ${rotherham.title} (${rotherham.id})`)
  })

  it("marks what a person typed, one word or many, and counts it", () => {
    for (const reason of ["mistake", "Back with Aunt Made-Up"]) {
      const page = recordHtml(recordOf(opened, cancelled(reason)))
      expect(page).toContain(`<mark>${reason}</mark> <strong>[read before release]</strong>`)
      expect(page).toContain("1 place holds words that a person typed")
    }
  })

  it("leaves no field of an event out", () => {
    const facts = eventFacts(entryOf(opened).recorded).map(({ label }) => label)
    expect(facts).toEqual([
      "Episode",
      "Absence",
      "Missing from",
      "Risk",
      "Last seen",
      "Reported",
      "The council was told",
      "Rules in force"
    ])
  })

  it("shows what was typed as text, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 80, unit: fc.constantFrom(..."<>&\"'/ abcscript=") }),
        (reason) => {
          const page = recordHtml(recordOf(cancelled(reason)))
          const shown = /<mark>([^<]*)<\/mark>/.exec(page)?.[1]
          const unescaped = shown
            ?.replaceAll("&quot;", '"')
            .replaceAll("&gt;", ">")
            .replaceAll("&lt;", "<")
            .replaceAll("&amp;", "&")
          expect(unescaped).toBe(reason)
          expect(page.match(/<script/g)).toBeNull()
        }
      )
    )
  })

  it("takes nothing that is held for a part of the page, in whichever field it stands", () => {
    const hostile = `<script>"&'`
    const page = recordHtml({
      ...recordOf(opened),
      child: `LCS-${hostile}` as ChildReference,
      exportedBy: hostile as PersonId,
      entries: [
        {
          ...entryOf(opened),
          recorded: { recordedAt: utc(2026, 7, 1), recordedBy: hostile as PersonId, event: opened }
        }
      ],
      profile: Option.some({ allocatedWorker: hostile as PersonId } as never),
      looks: [{ at: utc(2026, 11, 1, 9), by: hostile as PersonId, act: "reveal-profile", outcome: "refused" }],
      deliveries: [
        { _tag: "Undelivered", key: hostile, channel: hostile, reason: hostile, since: Instant(0), at: Instant(0) }
      ]
    })
    expect(page).not.toContain("<script")
    // Twice as title and heading, then once for each field above.
    expect(page.split("&lt;script&gt;&quot;&amp;").length - 1).toBe(9)
  })

  it("shows who asked and what was sent", () => {
    const page = recordHtml({
      ...recordOf(opened),
      looks: [{ at: utc(2026, 11, 1, 9), by: PersonId.make("U0MADEUP2"), act: "reveal-profile", outcome: "refused" }],
      deliveries: [
        {
          _tag: "Sent",
          key: "card:E1",
          channel: "C0MISSING",
          ts: "1.2",
          fingerprint: "f",
          sentAt: Instant(utc(2026, 11, 1, 9))
        }
      ]
    })
    expect(page).toContain("<td>reveal profile</td>\n".trim())
    expect(page).toContain("<td>refused</td>")
    expect(page).toContain("sent Sunday 1 November 2026, 09:00 GMT")
  })
})
