import type { ViewOutput } from "@slack/bolt"
import type { Explanation } from "../../handlers/explain.ts"

const inputsOf = (view: Pick<ViewOutput, "blocks">): ReadonlyArray<string> =>
  view.blocks.flatMap((block) => (block.type === "input" && block.block_id !== undefined ? [block.block_id] : []))

/** Where Slack is to show what is wrong; a sentence of no input goes to the first, or nobody would see it. */
export const fieldErrors = (
  view: Pick<ViewOutput, "blocks">,
  { sentence, fields }: Explanation
): Record<string, string> => {
  const inputs = inputsOf(view)
  const onForm = Object.entries(fields).filter(([field]) => inputs.includes(field))
  const [first] = inputs
  if (onForm.length > 0) return Object.fromEntries(onForm)
  return first === undefined ? {} : { [first]: sentence }
}
