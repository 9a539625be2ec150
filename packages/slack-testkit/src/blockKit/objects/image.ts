/** An image comes from a URL or from a file in Slack, never both. */
import type { JsonObject } from "../../json.ts"
import { type Fault, text } from "../Shape.ts"
import { notBoth, oneOfThese } from "../words.ts"
import { slackFile } from "./slackFile.ts"

export const imageFields = { image_url: text({ max: 3000 }), slack_file: slackFile }

export const oneImage = ({ image_url, slack_file }: JsonObject): ReadonlyArray<Fault> => {
  if (image_url === undefined && slack_file === undefined) {
    return [{ at: "", words: oneOfThese("image_url", "slack_file") }]
  }
  return image_url !== undefined && slack_file !== undefined
    ? [{ at: "", words: notBoth("image_url", "slack_file") }]
    : []
}
