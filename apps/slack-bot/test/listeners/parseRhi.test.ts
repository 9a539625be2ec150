import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseRhi, rhiForms } from "../../src/listeners/commands/parseRhi.ts"

const assign = { _tag: "Assign", reference: "LCS-10432", interviewer: "U123ABC", knownAdult: false, when: "" }

describe("/rhi assign", () => {
  it.each([
    "assign LCS-10432 <@U123ABC|ada>",
    "assign LCS-10432 <@U123ABC>",
    "  ASSIGN   LCS-10432,   <@U123ABC|ada>  ",
    "assign <@U123ABC|ada> LCS-10432",
    "assign LCS-10432 to <@U123ABC|ada.test>",
    "assign, LCS-10432, <@U123ABC|ada>",
    "assign LCS\u201310432 <@U123ABC|ada>",
    "Assign LCS-10432 <@u123abc|ada>",
    "assign LCS-10432\n<@U123ABC|two words>"
  ])("understands %j", (text) => {
    expect(parseRhi(text)).toEqual(assign)
  })

  it.each([
    "assign LCS-10432 <@U123ABC|ada> tomorrow 10am",
    "assign LCS-10432 for tomorrow, 10am, to <@U123ABC|ada>",
    "assign <@U123ABC|ada> LCS-10432 tomorrow 10am"
  ])("keeps when it is planned for, as typed: %j", (text) => {
    expect(parseRhi(text)).toEqual({ ...assign, when: "tomorrow 10am" })
  })

  it.each(["known-adult", "known adult", "KNOWN-ADULT", "knownadult", "known_adult"])("understands %s", (words) => {
    expect(parseRhi(`assign LCS-10432 <@U123ABC|ada> ${words}`)).toEqual({ ...assign, knownAdult: true })
    expect(parseRhi(`assign ${words}, LCS-10432 <@U123ABC|ada>`)).toEqual({ ...assign, knownAdult: true })
  })

  it.each([
    ["assign", "Give the case reference"],
    ["assign LCS-10432 tomorrow 10am", "Say who carries out the interview"],
    ["assign <@U123ABC|ada>", "Give the case reference"],
    ["assign LCS-10432 <@U123ABC|known adult> known-adult LCS-10433", "One reference at a time"],
    ["assign LCS-10432 @ada", "pick the person from the list"],
    ["assign LCS-10432 @ada", "a form opens that shows who can take it"],
    ["assign Ada <@U123ABC|ada>", "no name and no spaces"],
    ["assign LCS-10432 LCS-10433 <@U123ABC|ada>", "One reference at a time"],
    ["assign LCS-10432 <@U123ABC|ada> <@U456DEF|bob>", "An interview is one person's"]
  ])("%j: says what is missing", (text, sentence) => {
    expect(parseRhi(text)).toMatchObject({ _tag: "Misunderstood", sentence: expect.stringContaining(sentence) })
  })
})

describe("/rhi assign without a person", () => {
  const form = rhiForms.get("assign")

  it.each(["assign LCS-10432", "reassign LCS-10432"])("opens the form that shows who can take it: %j", (text) => {
    expect(parseRhi(text)).toEqual({ _tag: "Form", form, reference: "LCS-10432" })
  })

  it.each([
    ["assign LCS-10432 @interviewer", /names nobody\. Choose who carries the interview out\.$/],
    ["assign @person LCS-10432", /names nobody\. Choose/],
    ["assign LCS-10432 @interviewer tomorrow 10am", /names nobody\. .* The time you typed is not taken over/]
  ])("opens it and says why, where what stands for a person was typed: %j", (text, said) => {
    expect(parseRhi(text)).toEqual({
      _tag: "Form",
      form,
      reference: "LCS-10432",
      said: expect.stringMatching(said)
    })
  })
})

describe("/rhi", () => {
  it("understands the lists in any capitals", () => {
    expect(parseRhi("QUEUE")).toEqual({ _tag: "Queue" })
    expect(parseRhi(" Mine ")).toEqual({ _tag: "Mine" })
    expect(parseRhi("overdue")).toEqual({ _tag: "Overdue" })
  })

  it("takes reassign for assign", () => {
    expect(parseRhi("reassign LCS-10432 <@U123ABC|ada>")).toEqual(assign)
  })

  it("understands the two people of a handover, as far as they are named", () => {
    expect(parseRhi("handover <@U1|a> <@U2|b>")).toEqual({ _tag: "Handover", from: "U1", to: "U2" })
    expect(parseRhi("Handover from <@U1|a> to <@U2|b>")).toEqual({ _tag: "Handover", from: "U1", to: "U2" })
    expect(parseRhi("handover <@U1|a>")).toEqual({ _tag: "Handover", from: "U1" })
    expect(parseRhi("handover")).toEqual({ _tag: "Handover" })
  })

  it.each(["handover @ada", "handover <@U1|a> <@U2|b> <@U3|c>", "handover <@U1|a> LCS-10432"])(
    "%j: says what is wrong",
    (text) => {
      expect(parseRhi(text)._tag).toBe("Misunderstood")
    }
  )

  it.each([...rhiForms])("the form of %s opens in any capitals, and asks for the reference", (word, form) => {
    expect(parseRhi(` ${word.toUpperCase()},  LCS-10432 `)).toEqual({ _tag: "Form", form, reference: "LCS-10432" })
    expect(parseRhi(word)).toMatchObject({ _tag: "Misunderstood", sentence: expect.stringContaining(`/rhi ${word} `) })
  })

  it("helps with anything else", () => {
    for (const text of ["", "  ", "help", "?"]) expect(parseRhi(text)).toEqual({ _tag: "Help" })
  })

  it("never says back what was typed, because it may hold a name", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("assign", "log", "offer", "attempt", "decline", ""),
        fc.stringMatching(/^[A-Z][a-z]{3,9}qz [A-Z][a-z]{3,9}$/),
        (word, name) => {
          const parsed = parseRhi(`${word} ${name}`)
          expect(JSON.stringify(parsed)).not.toContain(name.split(" ")[0])
        }
      )
    )
  })

  it("answers whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseRhi(text)))
  })
})
