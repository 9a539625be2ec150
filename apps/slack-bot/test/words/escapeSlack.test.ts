import { PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { escapeSlack } from "../../src/blocks/blocks.ts"
import { personInWords } from "../../src/words/person.ts"

describe("escapeSlack", () => {
  it("leaves nothing that Slack would read as a mention or a link", () => {
    expect(escapeSlack("<!channel> & <@U1>")).toBe("&lt;!channel&gt; &amp; &lt;@U1&gt;")
  })
})

describe("personInWords", () => {
  it("mentions a Slack user and names the police", () => {
    expect(personInWords(PersonId.make("U0001MAN"))).toBe("<@U0001MAN>")
    expect(personInWords(PersonId.make("police-intake"))).toBe("police")
  })

  it("mentions nobody for an id that is not Slack's", () => {
    expect(personInWords(PersonId.make("<!here>"))).toBe("&lt;!here&gt;")
  })
})
