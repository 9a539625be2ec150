import { composition, text } from "../Shape.ts"
import { notBoth, oneOfThese } from "../words.ts"

export const slackFile = composition<{ url?: string; id?: string }>("Slack file", {
  page: "slack-file-object",
  fields: { url: text(), id: text() },
  rule: ({ url, id }) => {
    if (url === undefined && id === undefined) return [{ at: "", words: oneOfThese("url", "id") }]
    return url !== undefined && id !== undefined ? [{ at: "", words: notBoth("url", "id") }] : []
  }
})
