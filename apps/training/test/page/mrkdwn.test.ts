import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { withEmoji } from "../../src/page/blocks/emoji.ts"
import { type Inline, parseInline, parseMrkdwn } from "../../src/page/blocks/mrkdwn.ts"

const text = (words: string): Inline => ({ kind: "text", text: words })

describe("mrkdwn", () => {
  it("marks bold, italic and struck words, one inside another", () => {
    expect(parseInline("*due* _soon_ ~gone~")).toEqual([
      { kind: "bold", children: [text("due")] },
      text(" "),
      { kind: "italic", children: [text("soon")] },
      text(" "),
      { kind: "strike", children: [text("gone")] }
    ])
    expect(parseInline("*_both_*")).toEqual([
      { kind: "bold", children: [{ kind: "italic", children: [text("both")] }] }
    ])
  })

  it.each(["2*3*4", "snake_case_words", "* not bold *", "a ~ b ~ c", "*not\nbold*"])("leaves %j as it is", (plain) => {
    expect(parseInline(plain)).toEqual([text(plain)])
  })

  it("marks a word before punctuation and at the end", () => {
    expect(parseInline("Is it *due*?")).toEqual([text("Is it "), { kind: "bold", children: [text("due")] }, text("?")])
  })

  it("does not look inside code", () => {
    expect(parseInline("`/rhi *queue* <@U1>`")).toEqual([{ kind: "code", text: "/rhi *queue* <@U1>" }])
  })

  it("names people, channels, dates and links", () => {
    expect(parseInline("<@U1> <@U2|sam> <#C1|missing> <!here>")).toEqual([
      { kind: "user", id: "U1" },
      text(" "),
      { kind: "user", id: "U2", label: "sam" },
      text(" "),
      { kind: "channel", id: "C1", label: "missing" },
      text(" "),
      { kind: "broadcast", text: "@here" }
    ])
    expect(parseInline("<!date^1794819600^{date_short} at {time}|16 Nov 2026 at 09:00>")).toEqual([
      { kind: "date", seconds: 1_794_819_600, fallback: "16 Nov 2026 at 09:00" }
    ])
    expect(parseInline("<https://example.org/a_b_c?x=1&amp;y=2|the plan> <https://example.org>")).toEqual([
      { kind: "link", href: "https://example.org/a_b_c?x=1&y=2", text: "the plan" },
      text(" "),
      { kind: "link", href: "https://example.org", text: "https://example.org" }
    ])
  })

  it("undoes Slack's escapes once, so that an escaped escape stays readable", () => {
    expect(parseInline("&lt;b&gt; &amp;lt;")).toEqual([text("<b> &lt;")])
  })

  it("keeps lines together and sets quotes and code blocks apart", () => {
    expect(parseMrkdwn("one\ntwo\n> said\n&gt; more\nafter")).toEqual([
      { kind: "lines", children: [text("one\ntwo")] },
      { kind: "quote", children: [text("said\nmore")] },
      { kind: "lines", children: [text("after")] }
    ])
    expect(parseMrkdwn("see\n```\n*as it is*\n```\nend")).toEqual([
      { kind: "lines", children: [text("see\n")] },
      { kind: "preformatted", text: "*as it is*" },
      { kind: "lines", children: [text("end")] }
    ])
  })

  it("loses no letter, whatever it is given", () => {
    const lettersIn = (inlines: ReadonlyArray<Inline>): string =>
      inlines
        .map((inline) => ("children" in inline ? lettersIn(inline.children) : "text" in inline ? inline.text : ""))
        .join("")
    const letters = (all: string) => all.replaceAll(/[^a-z]/g, "")
    const written = fc.string({ unit: fc.constantFrom("a", "b", " ", "*", "_", "~", "`", "\n"), maxLength: 60 })
    fc.assert(
      fc.property(written, (source) => {
        expect(letters(lettersIn(parseInline(source)))).toBe(letters(source))
      })
    )
  })

  it("stays quick on many markers that close nothing", () => {
    // Time of this process alone: a machine busy with other tests says nothing about the parser.
    const begun = process.cpuUsage()
    parseMrkdwn("*a `b ".repeat(500))
    expect(process.cpuUsage(begun).user).toBeLessThan(500_000)
  })
})

describe("emoji by name", () => {
  it("are shown where known, and stay as typed where not", () => {
    expect(withEmoji(":warning: due :no_such_thing: at 10:30:15")).toBe("⚠️ due :no_such_thing: at 10:30:15")
  })
})
