import { describe, expect, it } from "vitest"
import { readTyped, suggestionsFor, withMentions } from "../../src/page/conversation/slashCommand.ts"

const people = [
  { id: "U1", name: "Sam", role: "team manager" },
  { id: "U2", name: "Sam Leigh", role: "interviewer" }
]
const commands = [
  {
    command: "/rhi",
    hint: "assign <reference> @person [known-adult] | queue | log <reference>",
    description: "Interviews"
  }
]

describe("what was typed", () => {
  it("is a command with its text", () => {
    expect(readTyped("  /rhi log LCS-10432 ", commands, people)).toEqual({
      kind: "command",
      command: "/rhi",
      text: "log LCS-10432"
    })
    expect(readTyped("/rhi", commands, people)).toEqual({ kind: "command", command: "/rhi", text: "" })
  })

  it("names people by id, the longer of two names first", () => {
    expect(withMentions("assign LCS-1 @Sam Leigh", people)).toBe("assign LCS-1 <@U2>")
    expect(withMentions("assign LCS-1 @Sam known-adult", people)).toBe("assign LCS-1 <@U1> known-adult")
  })

  it("is refused when it is chat, or a command that nobody has", () => {
    expect(readTyped("good morning", commands, people)).toEqual({ kind: "chat" })
    expect(readTyped("/rh log", commands, people)).toEqual({ kind: "unknown-command", command: "/rh" })
    expect(readTyped("   ", commands, people)).toEqual({ kind: "nothing" })
  })
})

describe("what could come next", () => {
  const completions = (typed: string) => suggestionsFor(typed, commands, people).map(({ completed }) => completed)

  it("is every way to use each command, from the first /", () => {
    expect(completions("/")).toEqual(["/rhi assign ", "/rhi queue ", "/rhi log "])
    expect(completions("/rhi l")).toEqual(["/rhi log "])
  })

  it("stays in sight while the rest is typed, and changes nothing of it", () => {
    expect(completions("/rhi log LCS-1")).toEqual(["/rhi log LCS-1"])
  })

  it("is a person after an @, until a whole name stands there", () => {
    expect(completions("/rhi assign LCS-1 @sam l")).toEqual(["/rhi assign LCS-1 @Sam Leigh "])
    expect(completions("/rhi assign LCS-1 @lei")).toEqual(["/rhi assign LCS-1 @Sam Leigh "])
    expect(completions("/rhi assign LCS-1 @Sam Leigh ")).toEqual(["/rhi assign LCS-1 @Sam Leigh "])
  })

  it("is nothing for plain words", () => {
    expect(completions("hello")).toEqual([])
  })
})
