import { expect, it } from "vitest"
import { noticeView } from "../../src/forms/noticeView.ts"

it("a notice mentions nobody, whatever its sentence repeats", () => {
  expect(JSON.stringify(noticeView("No <!channel> & no <@U0MADEUP>"))).toContain(
    "No &lt;!channel&gt; &amp; no &lt;@U0MADEUP&gt;"
  )
})
